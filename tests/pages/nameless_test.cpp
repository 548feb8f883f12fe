// SPDX-License-Identifier: GPL-3.0-or-later
// Customers whose names did not come, or could not be read: wherever a name belongs it is said that there is none.
#include "models/screens/bulk_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/palette_screen.h"
#include "models/screens/preview_screen.h"
#include "models/tables/job_why.h"
#include "tests/pages/by_key_test.h"

#include <QAccessible>
#include <QApplication>

using namespace bolt;
using namespace bolt::test;
using namespace Qt::StringLiterals;

class NamelessTest final : public ByKeyTest
{
    Q_OBJECT

private Q_SLOTS:
    void theFeedSaysSo();
    void theTableSaysSo();
    void theDrawerSaysSo();
    void theAnswerBeginsWithoutAName();
    void thePreviewSaysSo();
    void thePaletteSaysSo();

private:
    void takeNames()
    {
        Delta delta;
        for (const Customer &customer : m_fixture->store.customers().rows()) {
            delta.customers.upserts.push_back(customer);
            delta.customers.upserts.back().companyName.clear();
        }
        m_fixture->store.apply(delta);
        m_fixture->step();
    }
    QList<QQuickItem *> all(const char *type) const
    {
        return m_window->items(
            [type](QQuickItem *item) { return QByteArray(item->metaObject()->className()).startsWith(type); });
    }
    /// What is written in an item.
    static QString written(const QQuickItem *item)
    {
        QString words;
        for (const QQuickItem *child : item->childItems())
            words += child->property("text").toString() + u'\n' + written(child);
        return words;
    }
    static QString spoken(QQuickItem *item)
    {
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
        return face ? face->text(QAccessible::Name) : QString();
    }
};

void NamelessTest::theFeedSaysSo()
{
    takeNames();
    m_fixture->someEvents();
    m_window->settle();
    int ofJobs = 0;
    for (const QQuickItem *row : all("FeedRow")) {
        if (row->property("jobId").toString().isEmpty() || row->property("jobs").toInt() > 1)
            continue;
        ++ofJobs;
        QVERIFY2(written(row).contains("Unknown customer"_L1), qPrintable(written(row)));
    }
    QVERIFY(ofJobs > 3);
}

void NamelessTest::theTableSaysSo()
{
    takeNames();
    m_window->settle();
    const auto rows = all("JobRow");
    QVERIFY(rows.size() > 3);
    for (const QQuickItem *row : rows)
        QVERIFY2(written(row).contains("Unknown customer"_L1), qPrintable(written(row)));
    const auto checks = all("RowCheck");
    const auto isOfAJob = [](QQuickItem *check) { return spoken(check).contains("Unknown customer"_L1); };
    QCOMPARE(std::count_if(checks.begin(), checks.end(), isOfAJob), checks.size() - 1); // the other one selects all
}

void NamelessTest::theDrawerSaysSo()
{
    takeNames();
    m_fixture->desk().openJob(jobs()->currentId());
    QTRY_VERIFY(find("JobDrawer"));
    m_window->settle();
    QVERIFY(spoken(find("JobDrawer")).contains("Unknown customer"_L1));
    QVERIFY(written(find("DrawerHead")).contains("Unknown customer"_L1));
}

void NamelessTest::theAnswerBeginsWithoutAName()
{
    takeNames();
    QVERIFY2(m_fixture->desk().live()->why()->answer().startsWith("Listed, or sent"_L1),
             qPrintable(m_fixture->desk().live()->why()->answer()));
}

void NamelessTest::thePreviewSaysSo()
{
    takeNames();
    for (int n = 0; n < 3; ++n) {
        m_window->type('x');
        m_window->type('j');
    }
    m_window->type('p');
    QTRY_VERIFY(m_fixture->desk().bulk()->preview()->isOpen());
    m_window->settle();
    QVERIFY(find("PreviewList"));
    QVERIFY2(written(find("PreviewList")).contains("Unknown customer"_L1), qPrintable(written(find("PreviewList"))));
}

void NamelessTest::thePaletteSaysSo()
{
    takeNames();
    SearchHit hit;
    hit.kind = SearchHit::Kind::Submission;
    hit.id = QUuid::createUuid();
    hit.name = u"Hot Frog"_s;
    hit.state = u"failed"_s;
    m_fixture->search.answer = std::vector{hit};
    m_window->key(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(m_fixture->desk().palette()->open());
    for (const char *letter = "frog"; *letter; ++letter)
        m_window->type(*letter);
    QTRY_COMPARE(m_fixture->desk().palette()->lines()->count(), 1);
    m_window->settle();
    QVERIFY2(written(find("PaletteRow")).contains("Unknown customer"_L1), qPrintable(written(find("PaletteRow"))));
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));
    NamelessTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "nameless_test.moc"
