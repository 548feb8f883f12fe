// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/db/schema.h"

#include <algorithm>
#include <array>

namespace bolt::backend {

namespace {

using enum PgType;

constexpr std::array<std::string_view, 10> typeNames{"uuid",    "text",   "bpchar", "int4",        "int8",
                                                     "numeric", "float4", "bool",   "timestamptz", "jsonb"};

ColumnDef needed(const char *name, PgType type) { return {name, type, false, false}; }
ColumnDef defaulted(const char *name, PgType type) { return {name, type, false, true}; }
ColumnDef nullable(const char *name, PgType type) { return {name, type, true, true}; }

enum class Kind { Versioned, Plain, Bare };

/// Adds what every table has at its end, and lets staff read it.
TableDef table(const char *name, Kind kind, std::vector<ColumnDef> columns)
{
    TableDef def;
    def.name = name;
    def.columns = std::move(columns);
    def.versioned = kind == Kind::Versioned;
    if (def.versioned)
        def.columns.push_back(defaulted("version", Int8));
    if (kind != Kind::Bare) {
        def.columns.push_back(defaulted("created_at", TimestampTz));
        def.columns.push_back(defaulted("updated_at", TimestampTz));
    }
    if (def.versioned)
        def.columns.push_back(nullable("deleted_at", TimestampTz));
    def.reader = Role::Viewer;
    return def;
}

TableDef packages()
{
    TableDef def =
        table("packages", Kind::Versioned,
              {needed("id", Text), needed("name", Text), needed("price_cents", Int4),
               needed("annual_price_cents", Int4), defaulted("currency", Bpchar), nullable("directory_limit", Int4),
               needed("max_directory_tier", Int4), needed("priority", Int4), needed("sla_hours", Int4),
               needed("concurrency", Int4), needed("max_attempts", Int4), defaulted("features", Jsonb)});
    def.updater = neededRole(Permission::EditPackage);
    def.writable = {
        "name",     "price_cents", "annual_price_cents", "currency",     "directory_limit", "max_directory_tier",
        "priority", "sla_hours",   "concurrency",        "max_attempts", "features"};
    return def;
}

TableDef customers()
{
    return table("customers", Kind::Versioned,
                 {defaulted("id", Uuid), needed("email", Text), needed("company_name", Text),
                  defaulted("website", Text), defaulted("business_data", Jsonb), needed("package_id", Text),
                  defaulted("directories_used", Int4), defaulted("status", Text)});
}

TableDef directories()
{
    TableDef def = table("directories", Kind::Versioned,
                         {defaulted("id", Uuid), needed("name", Text), defaulted("website", Text),
                          defaulted("submission_url", Text), defaulted("category", Text), needed("da_score", Int4),
                          needed("priority_tier", Int4), defaulted("is_active", Bool), defaulted("circuit_state", Text),
                          nullable("circuit_open_until", TimestampTz), defaulted("verification", Text)});
    def.inserter = def.updater = neededRole(Permission::EditDirectory);
    def.writable = {"name",     "website",       "submission_url", "category",
                    "da_score", "priority_tier", "is_active",      "verification"};
    return def;
}

TableDef jobs()
{
    return table("jobs", Kind::Versioned,
                 {defaulted("id", Uuid), needed("customer_id", Uuid), needed("package_type", Text),
                  defaulted("status", Text), defaulted("priority_score", Numeric), nullable("priority_override", Int4),
                  defaulted("directories_total", Int4), defaulted("directories_completed", Int4),
                  defaulted("directories_failed", Int4), defaulted("progress", Int4),
                  nullable("current_directory", Text), nullable("worker_id", Text), needed("due_at", TimestampTz),
                  nullable("started_at", TimestampTz), nullable("completed_at", TimestampTz),
                  defaulted("metadata", Jsonb)});
}

TableDef submissions()
{
    return table("directory_submissions", Kind::Versioned,
                 {defaulted("id", Uuid), needed("submission_queue_id", Uuid), needed("customer_id", Uuid),
                  needed("directory_id", Uuid), defaulted("status", Text), defaulted("attempt", Int4),
                  needed("max_attempts", Int4), nullable("next_retry_at", TimestampTz),
                  nullable("success_probability", Float4), nullable("processing_ms", Int4),
                  nullable("last_error_code", Text), defaulted("error_log", Jsonb), defaulted("listing_data", Jsonb),
                  nullable("submitted_at", TimestampTz), nullable("approved_at", TimestampTz),
                  nullable("failed_at", TimestampTz)});
}

TableDef attempts()
{
    return table("submission_attempts", Kind::Versioned,
                 {defaulted("id", Uuid), needed("submission_id", Uuid), needed("job_id", Uuid),
                  needed("customer_id", Uuid), needed("directory_id", Uuid), needed("package_type", Text),
                  needed("directory_tier", Int4), needed("attempt", Int4), nullable("worker_id", Text),
                  nullable("started_at", TimestampTz), needed("ended_at", TimestampTz), nullable("ms", Int4),
                  needed("outcome", Text), nullable("code", Text), nullable("step", Text),
                  nullable("predicted", Float4)});
}

TableDef logs()
{
    return table("processing_logs", Kind::Plain,
                 {defaulted("id", Int8), nullable("job_id", Uuid), nullable("submission_id", Uuid),
                  nullable("customer_id", Uuid), defaulted("level", Text), needed("source", Text),
                  needed("message", Text), defaulted("details", Jsonb)});
}

TableDef workers()
{
    return table("workers", Kind::Versioned,
                 {needed("id", Text), defaulted("status", Text), defaulted("software_version", Text),
                  nullable("current_submission_id", Uuid), needed("heartbeat_at", TimestampTz),
                  needed("started_at", TimestampTz), defaulted("processed", Int4), defaulted("failed", Int4)});
}

TableDef adminActions()
{
    TableDef def = table("admin_actions", Kind::Plain,
                         {needed("id", Uuid), needed("actor_id", Text), needed("actor_email", Text),
                          needed("action", Text), needed("target_type", Text), defaulted("target_ids", Jsonb),
                          defaulted("params", Jsonb), needed("status", Text), defaulted("result", Jsonb)});
    def.reader = neededRole(Permission::ReadAudit);
    return def;
}

TableDef notifications()
{
    TableDef def = table("notifications", Kind::Versioned,
                         {defaulted("id", Uuid), needed("severity", Text), needed("title", Text),
                          defaulted("message", Text), defaulted("link", Text), nullable("read_at", TimestampTz)});
    def.updater = Role::Viewer;
    def.writable = {"read_at"};
    return def;
}

TableDef notes()
{
    TableDef def = table("notes", Kind::Versioned,
                         {defaulted("id", Uuid), needed("entity_type", Text), needed("entity_id", Text),
                          needed("author_email", Text), needed("body", Text)});
    def.inserter = def.updater = def.remover = neededRole(Permission::AddNote);
    def.writable = {"id", "entity_type", "entity_id", "author_email", "body", "deleted_at"};
    return def;
}

struct ForeignKey
{
    const char *table;
    const char *column;
    const char *target;
};

constexpr ForeignKey foreignKeys[] = {
    {"customers", "package_id", "packages"},
    {"jobs", "customer_id", "customers"},
    {"jobs", "package_type", "packages"},
    {"directory_submissions", "submission_queue_id", "jobs"},
    {"directory_submissions", "customer_id", "customers"},
    {"directory_submissions", "directory_id", "directories"},
    {"processing_logs", "job_id", "jobs"},
    {"processing_logs", "submission_id", "directory_submissions"},
    {"processing_logs", "customer_id", "customers"},
    {"workers", "current_submission_id", "directory_submissions"},
};

} // namespace

std::string_view typeName(PgType type) { return typeNames[size_t(type)]; }

std::optional<PgType> typeFromName(std::string_view name)
{
    const auto at = std::find(typeNames.begin(), typeNames.end(), name);
    if (at == typeNames.end())
        return {};
    return PgType(at - typeNames.begin());
}

int TableDef::indexOf(std::string_view column) const
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == column)
            return int(i);
    }
    return -1;
}

const ColumnDef *TableDef::find(std::string_view column) const
{
    const int at = indexOf(column);
    return at < 0 ? nullptr : &columns[size_t(at)];
}

Schema::Schema()
{
    m_tables = {packages(),
                customers(),
                directories(),
                jobs(),
                submissions(),
                attempts(),
                logs(),
                workers(),
                adminActions(),
                notifications(),
                notes(),
                table("sync_tick", Kind::Bare, {needed("name", Text), needed("n", Int8), needed("at", TimestampTz)})};
    for (const ForeignKey &key : foreignKeys) {
        auto *from = const_cast<TableDef *>(find(key.table));
        auto *to = const_cast<TableDef *>(find(key.target));
        const std::string constraint = from->name + "_" + key.column + "_fkey";
        from->relations.push_back({constraint, key.column, to, to->key().name, true});
        to->relations.push_back({constraint, to->key().name, from, key.column, false});
    }
}

const TableDef *Schema::find(std::string_view name) const
{
    for (const TableDef &def : m_tables) {
        if (def.name == name)
            return &def;
    }
    return nullptr;
}

const Schema &schema()
{
    static const Schema built;
    return built;
}

} // namespace bolt::backend
