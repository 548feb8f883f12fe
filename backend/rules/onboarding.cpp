// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rules/onboarding.h"

#include "backend/rules/job_book.h"
#include "backend/rules/processing_log.h"
#include "backend/rules/rule_errors.h"

#include <QUrl>

#include <bit>

namespace bolt::backend {

namespace {

constexpr size_t maxText = 200;
constexpr size_t maxJson = 64 * 1024;

bool isEmail(const std::string &text)
{
    const size_t at = text.find('@');
    return at != 0 && at != text.npos && text.find('@', at + 1) == text.npos && at + 1 < text.size() &&
           text.find_first_of(" \t\r\n<>\"") == text.npos && text.size() <= maxText;
}

bool isWebAddress(const std::string &text)
{
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    return text.size() <= 2 * maxText && url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

bool packageExists(Database &db, const std::string &id)
{
    Statement row = db.query("SELECT 1 FROM packages WHERE id = ? AND deleted_at IS NULL", id);
    return row.next();
}

FieldReasons check(const Onboarding::Registration &registration)
{
    FieldReasons reasons;
    if (!isEmail(registration.email))
        reasons.add("email", "must be an e-mail address");
    if (registration.companyName.empty() || registration.companyName.size() > maxText)
        reasons.add("company_name", "must have 1 to 200 bytes");
    if (!isWebAddress(registration.website))
        reasons.add("website", "must be an http or https address");
    if (!registration.businessData.is_object() || registration.businessData.dump().size() > maxJson)
        reasons.add("business_data", "must be an object of at most 64 KiB");
    return reasons;
}

struct Buyer
{
    std::string packageId;
    int directoriesUsed = 0;
    std::string status;
};

std::optional<Buyer> findBuyer(Database &db, const std::string &id)
{
    Statement row =
        db.query("SELECT package_id, directories_used, status FROM customers WHERE id = ? AND deleted_at IS NULL", id);
    if (!row.next())
        return {};
    return Buyer{row.text(0), int(row.integer(1)), row.text(2)};
}

/// Who registered with the address of a customer is none, and must not be told by a refusal (architecture.md, What
/// registration tells): what he buys is carried out as for a new customer, answered, and undone.
struct Decoy
{
    std::string customerId; ///< whose address it is
    std::string packageId;
    std::vector<std::string> bought; ///< the packages, in order
};

std::optional<Decoy> findDecoy(Database &db, const std::string &id)
{
    Statement row = db.query("SELECT customer_id, package_id, bought FROM decoys WHERE id = ?", id);
    if (!row.next())
        return {};
    Decoy decoy{row.text(0), row.text(1), {}};
    const auto bought = nlohmann::json::parse(row.view(2), nullptr, false);
    if (bought.is_array()) {
        for (const auto &package : bought)
            decoy.bought.push_back(package.is_string() ? package.get<std::string>() : std::string());
    }
    return decoy;
}

std::optional<std::string> customerOf(Database &db, const std::string &email)
{
    Statement row = db.query("SELECT id FROM customers WHERE email = ?", email);
    return row.next() ? std::optional(row.text(0)) : std::nullopt;
}

struct Terms
{
    std::optional<int> directoryLimit;
    int maxTier = 0;
    int priority = 0;
    int slaHours = 0;
    int maxAttempts = 0;
};

Terms termsOf(Database &db, const std::string &packageId)
{
    Statement row =
        db.query("SELECT directory_limit, max_directory_tier, priority, sla_hours, max_attempts FROM packages"
                 " WHERE id = ?",
                 packageId);
    if (!row.next())
        return {};
    Terms terms{{}, int(row.integer(1)), int(row.integer(2)), int(row.integer(3)), int(row.integer(4))};
    if (!row.isNull(0))
        terms.directoryLimit = int(row.integer(0));
    return terms;
}

/// The job's submissions by contracts/domain.md, "Which directories"; how many. The predicted probability is the
/// success rate of the directory's recent attempts, drawn towards 3 of 4 while there are few.
int addSubmissions(Database &db, const std::string &jobId, const std::string &customerId, const Terms &terms,
                   int allowance)
{
    Statement row = db.query(
        "SELECT d.id, h.recent, h.samples FROM directories d LEFT JOIN directory_health h ON h.directory_id = d.id"
        " WHERE d.is_active = 1 AND d.deleted_at IS NULL AND d.priority_tier <= ? AND NOT EXISTS (SELECT 1 FROM"
        " directory_submissions s WHERE s.customer_id = ? AND s.directory_id = d.id) ORDER BY d.da_score DESC, d.id "
        "LIMIT ?",
        terms.maxTier, customerId, allowance);
    struct Choice
    {
        std::string directoryId;
        double probability;
    };
    std::vector<Choice> choices;
    while (row.next()) {
        const int failures = std::popcount(quint32(row.integer(1)));
        const int samples = int(row.integer(2));
        choices.push_back({row.text(0), (samples - failures + 3.0) / (samples + 4.0)});
    }
    for (const Choice &choice : choices) {
        db.run("INSERT INTO directory_submissions (submission_queue_id, customer_id, directory_id, max_attempts,"
               " success_probability) VALUES (?, ?, ?, ?, ?)",
               jobId, customerId, choice.directoryId, terms.maxAttempts, choice.probability);
    }
    return int(choices.size());
}

} // namespace

Result<std::string> Onboarding::registerCustomer(const Registration &registration)
{
    return m_db.write([&]() -> Result<std::string> {
        FieldReasons reasons = check(registration);
        if (!packageExists(m_db, registration.packageId))
            reasons.add("package_id", "names no package");
        if (!reasons.empty())
            return reasons.error();
        const std::string id = m_db.random().uuid();
        if (const auto known = customerOf(m_db, registration.email)) {
            m_db.run("INSERT INTO decoys (id, customer_id, package_id, at) VALUES (?, ?, ?, ?)", id, *known,
                     registration.packageId, m_db.now());
            appendLog(m_db,
                      {{},
                       {},
                       *known,
                       "INFO",
                       "onboarding",
                       registration.companyName + " registered with this customer's address; nothing was changed"});
            return id;
        }
        m_db.run("INSERT INTO customers (id, email, company_name, website, business_data, package_id)"
                 " VALUES (?, ?, ?, ?, ?, ?)",
                 id, registration.email, registration.companyName, registration.website,
                 registration.businessData.dump(), registration.packageId);
        appendLog(m_db, {{}, {}, id, "INFO", "onboarding", registration.companyName + " registered"});
        return id;
    });
}

Result<Onboarding::QueuedJob> Onboarding::submit(const Purchase &purchase)
{
    return m_db.write([&]() -> Result<QueuedJob> {
        const std::optional<Decoy> decoy = findDecoy(m_db, purchase.customerId);
        if (!decoy)
            return buy(purchase);
        const Result<QueuedJob> job = rehearse(purchase, decoy->packageId, decoy->bought);
        if (job) {
            m_db.run("UPDATE decoys SET bought = json_insert(bought, '$[#]', ?) WHERE id = ?", purchase.packageId,
                     purchase.customerId);
            appendLog(m_db,
                      {{},
                       {},
                       decoy->customerId,
                       "WARNING",
                       "onboarding",
                       "Somebody who registered with this customer's address bought a package; nothing was booked"});
        }
        return job;
    });
}

Result<Onboarding::QueuedJob> Onboarding::rehearse(const Purchase &purchase, const std::string &packageId,
                                                   const std::vector<std::string> &bought)
{
    Result<QueuedJob> job = notFound("customer", purchase.customerId);
    constexpr QStringView undo = u"rehearsed";
    const Outcome undone = m_db.write([&]() -> Outcome {
        m_db.run("INSERT INTO customers (id, email, company_name, package_id) VALUES (?, ?, '', ?)",
                 purchase.customerId, purchase.customerId, packageId);
        for (const std::string &earlier : bought)
            (void)buy({purchase.customerId, earlier});
        job = buy(purchase);
        return Error{Error::Kind::Conflict, undo.toString(), {}, {}, 0};
    });
    return undone || undone.error().code == undo ? job : undone.error();
}

Result<Onboarding::QueuedJob> Onboarding::buy(const Purchase &purchase)
{
    // Within a transaction of its own: a refused one leaves nothing.
    return m_db.write([&]() -> Result<QueuedJob> {
        const std::optional<Buyer> buyer = findBuyer(m_db, purchase.customerId);
        if (!buyer)
            return notFound("customer", purchase.customerId);
        if (buyer->status != "active")
            return conflict("customer_inactive", "The customer is " + buyer->status + ".");
        const std::string packageId = purchase.packageId.empty() ? buyer->packageId : purchase.packageId;
        if (!packageExists(m_db, packageId))
            return notFound("package", packageId);
        const Terms terms = termsOf(m_db, packageId);
        const int allowance =
            terms.directoryLimit ? *terms.directoryLimit - buyer->directoriesUsed : -1; // -1: no limit
        if (terms.directoryLimit && allowance <= 0)
            return conflict("no_allowance", "The package's directories are used up.");

        QueuedJob job;
        job.jobId = m_db.random().uuid();
        job.dueAt = m_db.now() + std::chrono::hours(terms.slaHours);
        m_db.run("INSERT INTO jobs (id, customer_id, package_type, priority_score, due_at, metadata) VALUES (?, ?, ?, "
                 "?, ?, ?)",
                 job.jobId, purchase.customerId, packageId, JobBook::score(terms.priority, Micros(0), terms.slaHours),
                 job.dueAt, JobBook::withoutDeeds(purchase.metadata).dump());
        job.submissions = addSubmissions(m_db, job.jobId, purchase.customerId, terms, allowance);
        if (job.submissions == 0)
            return conflict("no_directories", "No directory is left that this package reaches.");
        JobBook(m_db).refresh(job.jobId);
        m_db.run(
            "UPDATE customers SET directories_used = directories_used + ?, package_id = ?, version = next_version(),"
            " updated_at = touched(updated_at) WHERE id = ?",
            job.submissions, packageId, purchase.customerId);
        appendLog(m_db, {job.jobId,
                         {},
                         purchase.customerId,
                         "INFO",
                         "onboarding",
                         "Job queued with " + std::to_string(job.submissions) + " directories"});
        return job;
    });
}

} // namespace bolt::backend
