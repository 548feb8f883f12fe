// SPDX-License-Identifier: GPL-3.0-or-later
// Every page in every light: it must be drawn without a single complaint of QML. With BOLT_SHOTS set to a folder the
// pictures are kept there for a person to look at.

#include "models/screens/analytics_screen.h"
#include "models/screens/appearance_screen.h"
#include "models/screens/bulk_screen.h"
#include "models/screens/job_screen.h"
#include "models/screens/live_screen.h"
#include "models/screens/navigation_screen.h"
#include "models/screens/palette_screen.h"
#include "models/screens/session_screen.h"
#include "models/tables/jobs_view.h"
#include "tests/pages/trouble.h"
#include "tests/pages/window.h"

#include <QApplication>
#include <QDir>
#include <QTranslator>
#include <algorithm>

using namespace bolt;
using namespace bolt::test;

namespace {

enum Flag { Dark = 1, German = 2, Narrow = 4, Dense = 8, Huge = 16 };
using Prepare = void (*)(DeskFixture &, DeskWindow &);

void plain(DeskFixture &, DeskWindow &) {}
void events(DeskFixture &f, DeskWindow &) { f.someEvents(); }
void drawer(DeskFixture &f, DeskWindow &)
{
    f.someEvents();
    f.history.answer = std::vector<Attempt>{{f.clock.now() - Seconds(71), 2, QStringLiteral("CAPTCHA"),
                                             QStringLiteral("hCaptcha after step 3 of 5"),
                                             QStringLiteral("{\"step\":3,\"of\":5,\"ms\":41022}")},
                                            {f.clock.now() - Seconds(2562),
                                             1,
                                             QStringLiteral("TIMEOUT"),
                                             QStringLiteral("no answer within 30 s at form submit"),
                                             {}}};
    f.desk().job()->showSubmission(f.firstFailed(f.firstJob()).toString());
    f.step();
}
void bigDrawer(DeskFixture &f, DeskWindow &)
{
    f.desk().job()->show(
        f.addJob(QStringLiteral("Global Franchise Holdings and Daughters of the Northern Hemisphere Ltd."), 5000)
            .toString());
    f.step();
}
void alerts(DeskFixture &f, DeskWindow &)
{
    f.someEvents();
    makeTrouble(f, {4, 2, 31, true});
}
void alertList(DeskFixture &f, DeskWindow &w)
{
    alerts(f, w);
    w.settle(20);
    for (const char key : {'g', 'l', 'a', 'j', 'j'})
        w.type(key);
}
void offline(DeskFixture &f, DeskWindow &)
{
    f.someEvents();
    f.goOffline(true);
    f.step();
}
void frozen(DeskFixture &f, DeskWindow &)
{
    f.desk().live()->setFrozen(true);
    f.someEvents();
}
void keyboard(DeskFixture &f, DeskWindow &w)
{
    f.someEvents();
    w.settle(20);
    w.type('g');
    w.type('l');
    w.type('j');
    w.type('j');
    w.type('x');
    w.type('j');
    f.addJob(QStringLiteral("Newcomer & Co"), 50);
}
void analytics(DeskFixture &f, DeskWindow &w)
{
    f.desk().navigation()->setPage(QStringLiteral("analytics"));
    w.settle(30);
}
void analyticsError(DeskFixture &f, DeskWindow &)
{
    f.analytics.error = Error{Error::Kind::Server,
                              QStringLiteral("internal"),
                              QStringLiteral("The server could not work them out (500)."),
                              {},
                              0};
    f.desk().navigation()->setPage(QStringLiteral("analytics"));
}
void analyticsLoading(DeskFixture &f, DeskWindow &)
{
    f.analytics.silent = true;
    f.desk().navigation()->setPage(QStringLiteral("analytics"));
}
void system(DeskFixture &f, DeskWindow &)
{
    f.desk().navigation()->setPage(QStringLiteral("system"));
    Command command;
    command.verb = Command::Verb::RetryFailedOfJob;
    command.job = f.firstJob();
    f.gateway.submit(command);
    command.verb = Command::Verb::PauseJob;
    const ActionId refused = f.gateway.submit(command);
    f.gateway.settle(
        refused, ActionStatus::Phase::Refused, 0, {},
        Error{Error::Kind::Conflict, QStringLiteral("conflict"), QStringLiteral("The job is already paused."), {}, 0});
    f.step();
}
/// Half done, paused, given up, refused: all that the list of actions can hold.
void bulk(DeskFixture &f, DeskWindow &w)
{
    system(f, w);
    BulkCommand command;
    command.verb = Command::Verb::PauseJob;
    JobsView *jobs = f.desk().live()->jobs();
    for (int row = 0; row < jobs->count(); ++row)
        command.jobs.push_back(JobId::parse(jobs->idAt(row)));
    const Error no{Error::Kind::Conflict, QStringLiteral("state"), QStringLiteral("The job is completed."), {}, 0};
    const BulkId done = f.gateway.submitBulk(command);
    for (int n = 0; n < int(command.jobs.size()); ++n)
        f.gateway.settlePart(done, n % 6 == 4 ? ActionStatus::Phase::Refused : ActionStatus::Phase::Applied, no);
    command.verb = Command::Verb::ResumeJob;
    f.gateway.abortBulk(f.gateway.submitBulk(command));
    command.verb = Command::Verb::RetryFailedOfJob;
    const BulkId running = f.gateway.submitBulk(command);
    for (int n = 0; n < 9; ++n)
        f.gateway.settlePart(running, n == 3 ? ActionStatus::Phase::Refused : ActionStatus::Phase::Applied, no);
    f.gateway.pauseBulk(running);
    f.desk().bulk()->setRefusalsOf(done.toString());
    f.step();
}
void selection(DeskFixture &f, DeskWindow &w)
{
    f.someEvents();
    w.settle(20);
    w.type('g');
    w.type('l');
    w.key(Qt::Key_A, Qt::ControlModifier);
}
/// What the key asks of all of them, before it is confirmed.
template<char key>
void preview(DeskFixture &f, DeskWindow &w)
{
    selection(f, w);
    w.settle(20);
    w.type(key);
}
void held(DeskFixture &f, DeskWindow &w)
{
    f.gateway.hold = undoHold;
    f.gateway.now = f.clock.now();
    selection(f, w);
    w.settle(20);
    f.desk().bulk()->ask(QStringLiteral("jobs.pause"), {f.desk().live()->jobs()->idAt(1)});
}
void chosenSquares(DeskFixture &f, DeskWindow &w)
{
    drawer(f, w);
    w.settle(20);
    w.key(Qt::Key_Right);
    w.type('x');
    w.key(Qt::Key_Right);
    w.type('X');
}
void signIn(DeskFixture &f, DeskWindow &)
{
    f.session.setWorkspace({QString(), Workspace::Kind::Remote, {}, {}});
    f.session.become(Session::State::SignedOut);
}
void signInWithoutKeychain(DeskFixture &f, DeskWindow &w)
{
    signIn(f, w);
    f.session.setKeychain(Session::Keychain::Unavailable);
    w.settle(20);
    w.key(Qt::Key_Return);
}
void signInFails(DeskFixture &f, DeskWindow &w, const Error &error)
{
    signIn(f, w);
    f.session.answer = error;
    w.settle(20);
    for (const auto &text : {"https://project.example.com", "anon", "mk@example.com", "secret"}) {
        for (const char *letter = text; *letter; ++letter)
            w.type(*letter);
        w.key(Qt::Key_Tab);
    }
    w.key(Qt::Key_Backtab);
    w.key(Qt::Key_Return);
}
void signInWrong(DeskFixture &f, DeskWindow &w)
{
    signInFails(f, w,
                {Error::Kind::Unauthorized,
                 QStringLiteral("invalid_credentials"),
                 QStringLiteral("Invalid login credentials"),
                 {},
                 0});
}
void signInUnreachable(DeskFixture &f, DeskWindow &w)
{
    signInFails(f, w, {Error::Kind::Network, QStringLiteral("unreached"), QStringLiteral("Connection refused"), {}, 0});
}
void signInAfterTheDemo(DeskFixture &f, DeskWindow &w)
{
    f.desk().session()->offerDemo();
    signIn(f, w);
    f.desk().session()->tryDemo();
    f.desk().session()->enterDemo(f.session.workspace(), QStringLiteral("mk@example.com"), QStringLiteral("pw"));
    w.settle(20);
    f.desk().session()->signOut();
}
void demoFails(DeskFixture &f, DeskWindow &w)
{
    f.desk().session()->offerDemo();
    signIn(f, w);
    f.desk().session()->tryDemo();
    f.desk().session()->failDemo({Error::Kind::Storage, {}, QStringLiteral("The database cannot be opened."), {}, 0});
}
void demoStarts(DeskFixture &f, DeskWindow &w)
{
    f.desk().session()->offerDemo();
    signIn(f, w);
    f.desk().session()->tryDemo();
    f.desk().session()->setDemoProgress(0.4);
}
void sheet(DeskFixture &, DeskWindow &w)
{
    w.settle(20);
    w.key(Qt::Key_F1);
}
/// One of each kind, and names of every length.
void palette(DeskFixture &f, DeskWindow &w)
{
    using Kind = SearchHit::Kind;
    const Instant at = f.clock.now() - Seconds(5400);
    const QUuid id = f.firstJob().uuid();
    f.search.answer = std::vector<SearchHit>{
        {Kind::Customer,
         id,
         QStringLiteral("Harbor Dental Group"),
         QStringLiteral("office@harbor.example"),
         {},
         {},
         {}},
        {Kind::Customer,
         id,
         QStringLiteral("Global Franchise Holdings and Daughters of the Northern Hemisphere (Harbor) Ltd."),
         QStringLiteral("accounting.department@global-franchise-holdings.example"),
         {},
         {},
         {}},
        {Kind::Directory, id, QStringLiteral("harborlist.com"), QStringLiteral("https://harborlist.com"), {}, {}, {}},
        {Kind::Job,
         id,
         QStringLiteral("Harbor Dental Group"),
         QStringLiteral("Professional"),
         QStringLiteral("in_progress"),
         {},
         at},
        {Kind::Job,
         id,
         QStringLiteral("Harbor Dental Group"),
         QStringLiteral("Starter"),
         QStringLiteral("completed"),
         {},
         at},
        {Kind::Submission, id, QStringLiteral("harborlist.com"), QStringLiteral("Café Aurora"),
         QStringLiteral("failed"), QStringLiteral("PHONE_VERIFICATION"), at},
        {Kind::Submission,
         id,
         QStringLiteral("harborlist.com"),
         QStringLiteral("Kowalski & Sons Moving"),
         QStringLiteral("approved"),
         {},
         at}};
    f.desk().palette()->show();
    f.desk().palette()->setText(QStringLiteral("harbor"));
    w.settle(30);
    f.desk().palette()->setCurrent(3);
}
void paletteCommands(DeskFixture &f, DeskWindow &) { f.desk().palette()->show(); }
void paletteEmpty(DeskFixture &f, DeskWindow &)
{
    f.desk().palette()->show();
    f.desk().palette()->setText(QStringLiteral("harbor"));
}
void viewer(DeskFixture &f, DeskWindow &w)
{
    f.session.setRole(Role::Viewer);
    f.session.become(Session::State::SignedIn);
    drawer(f, w);
}
/// A key or two in the list of jobs.
template<char... keys>
void inTheList(DeskFixture &f, DeskWindow &w)
{
    f.someEvents();
    w.settle(20);
    for (const char key : {'g', 'l', keys...})
        w.type(key);
}
void denied(DeskFixture &f, DeskWindow &w)
{
    f.session.setRole(Role::Viewer);
    f.session.become(Session::State::SignedIn);
    inTheList<'p'>(f, w);
}
void menu(DeskFixture &f, DeskWindow &w)
{
    f.someEvents();
    w.settle(20);
    w.key(Qt::Key_M, Qt::AltModifier);
    w.settle(20);
    w.key(Qt::Key_Down);
    w.key(Qt::Key_Down);
    w.key(Qt::Key_Right);
}
QQuickItem *firstOf(DeskWindow &w, const char *type)
{
    return w.items([type](QQuickItem *item) { return QByteArray(item->metaObject()->className()).startsWith(type); })
        .value(0);
}
void openPill(DeskWindow &w)
{
    w.settle(20);
    if (QQuickItem *pill = firstOf(w, "ConnectionPill"))
        pill->forceActiveFocus(Qt::TabFocusReason);
    w.key(Qt::Key_Space);
}
void pill(DeskFixture &f, DeskWindow &w)
{
    offline(f, w);
    openPill(w);
}
void polled(DeskFixture &f, DeskWindow &w)
{
    f.goPolling();
    f.step();
    openPill(w);
}
void unpublished(DeskFixture &f, DeskWindow &w)
{
    f.goLive();
    f.unpublish(Table::Submissions);
    f.step();
    openPill(w);
}
/// The System page, as far down as a section of it.
void showSection(DeskFixture &f, DeskWindow &w, const char *name)
{
    w.key(Qt::Key_Escape);
    f.desk().navigation()->setPage(QStringLiteral("system"));
    w.settle(40);
    QQuickItem *section = firstOf(w, name);
    QQuickItem *view = section;
    while (view && !view->inherits("QQuickFlickable"))
        view = view->parentItem();
    if (!view)
        return;
    const double top = section->mapToItem(view, QPointF()).y();
    const double end = view->property("contentHeight").toDouble() - view->height();
    view->setProperty("contentY", std::clamp(top, 0.0, std::max(0.0, end)));
}
/// In a state that only a newer server knows, heard of at a time that is none.
void oddWorker(DeskFixture &f, DeskWindow &w)
{
    Delta delta;
    Worker worker;
    worker.id = WorkerId(QStringLiteral("worker-2"));
    worker.stateWord = QStringLiteral("resting_until_the_evening");
    worker.odd = OddCells({{QStringLiteral("heartbeat_at"), QStringLiteral("soon"), OddCell::Why::NoTime}});
    delta.workers.upserts = {worker};
    f.store.apply(delta);
    f.step();
    showSection(f, w, "WorkersSection");
}
void polledTables(DeskFixture &f, DeskWindow &w)
{
    polled(f, w);
    showSection(f, w, "TablesSection");
}
void unpublishedTable(DeskFixture &f, DeskWindow &w)
{
    unpublished(f, w);
    LinkHealth health = f.link.health();
    health.tables[size_t(Table::Attempts)].absent = true;
    f.link.set(health);
    showSection(f, w, "TablesSection");
}
/// An action in each phase that a person may find it in.
void outbox(DeskFixture &f, DeskWindow &w)
{
    f.goOffline(true);
    f.desk().navigation()->setPage(QStringLiteral("system"));
    using Phase = ActionStatus::Phase;
    for (const Phase phase : {Phase::Waiting, Phase::Sending, Phase::Unknown, Phase::Applied, Phase::PartlyApplied,
                              Phase::Refused, Phase::Cancelled, Phase::Expired}) {
        Command command;
        command.verb = Command::Verb::RetryFailedOfJob;
        command.job = f.firstJob();
        f.gateway.settle(f.gateway.submit(command), phase, 3, {},
                         phase == Phase::Refused ? std::optional(Error{Error::Kind::Conflict,
                                                                       QStringLiteral("conflict"),
                                                                       QStringLiteral("The job is already paused."),
                                                                       {},
                                                                       0})
                                                 : std::nullopt);
    }
    f.step();
    w.settle(20);
}

struct Scene
{
    const char *name;
    Prepare prepare;
    int flags = 0;
    DeskFixture::Load load = DeskFixture::Load::Some;
};
const Scene scenes[]{
    {"live-dark", events, Dark},
    {"live-light", events},
    {"alerts-dark", alerts, Dark},
    {"alerts-light", alerts},
    {"alerts-german-narrow", alerts, German | Narrow},
    {"alert-list-dark", alertList, Dark},
    {"alert-list-light", alertList},
    {"alert-list-german-narrow", alertList, German | Narrow},
    {"alert-list-huge-text", alertList, Huge},
    {"drawer-dark", drawer, Dark},
    {"drawer-light", drawer},
    {"live-german-narrow", events, German | Narrow},
    {"live-german-narrow-dark", events, German | Narrow | Dark},
    {"drawer-german-narrow", drawer, German | Narrow},
    {"drawer-5000-dark", bigDrawer, Dark},
    {"drawer-viewer", viewer},
    {"live-offline-dark", offline, Dark},
    {"live-offline-light", offline},
    {"live-frozen-dark", frozen, Dark},
    {"live-keyboard-dark", keyboard, Dark},
    {"live-dense-light", events, Dense, DeskFixture::Load::Many},
    {"live-huge-text", events, Huge},
    {"live-empty-dark", plain, Dark, DeskFixture::Load::Empty},
    {"analytics-dark", analytics, Dark},
    {"analytics-light", analytics},
    {"analytics-german-narrow", analytics, German | Narrow},
    {"analytics-error", analyticsError},
    {"analytics-loading", analyticsLoading, Dark},
    {"system-dark", system, Dark},
    {"system-light", system},
    {"system-german-narrow", system, German | Narrow | Dark},
    {"bulk-dark", bulk, Dark},
    {"bulk-light", bulk},
    {"bulk-german-narrow", bulk, German | Narrow},
    {"selection-dark", selection, Dark},
    {"selection-german-narrow", selection, German | Narrow},
    {"selection-light", selection},
    {"held-dark", held, Dark},
    {"held-german-narrow", held, German | Narrow},
    {"preview-retry-dark", preview<'r'>, Dark},
    {"preview-retry-light", preview<'r'>},
    {"preview-retry-german-narrow", preview<'r'>, German | Narrow},
    {"preview-cancel-dark", preview<'c'>, Dark},
    {"preview-cancel-light", preview<'c'>},
    {"preview-cancel-german-narrow", preview<'c'>, German | Narrow | Dark},
    {"preview-pause-light", preview<'p'>},
    {"squares-dark", chosenSquares, Dark},
    {"squares-german-narrow", chosenSquares, German | Narrow},
    {"palette-dark", palette, Dark},
    {"palette-light", palette},
    {"palette-german-narrow", palette, German | Narrow},
    {"palette-commands-german-narrow-dark", paletteCommands, German | Narrow | Dark},
    {"palette-commands-dark", paletteCommands, Dark},
    {"palette-empty-light", paletteEmpty},
    {"priority-dark", inTheList<'j', 'i'>, Dark},
    {"priority-german-narrow", inTheList<'j', 'i'>, German | Narrow},
    {"confirm-light", inTheList<'c'>},
    {"confirm-german-narrow", inTheList<'c'>, German | Narrow | Dark},
    {"denied-dark", denied, Dark},
    {"menu-dark", menu, Dark},
    {"menu-german-narrow", menu, German | Narrow},
    {"pill-dark", pill, Dark},
    {"pill-german-narrow", pill, German | Narrow},
    {"polled-narrow", polled, Narrow},
    {"polled-german-narrow", polled, German | Narrow},
    {"unpublished-narrow", unpublished, Narrow},
    {"unpublished-german-narrow", unpublished, German | Narrow | Dark},
    {"polled-tables-narrow", polledTables, Narrow},
    {"polled-tables-german-narrow", polledTables, German | Narrow},
    {"unpublished-table-narrow", unpublishedTable, Narrow},
    {"unpublished-table-german-narrow", unpublishedTable, German | Narrow | Dark},
    {"odd-worker-german-narrow", oddWorker, German | Narrow},
    {"outbox-dark", outbox, Dark},
    {"outbox-german-narrow", outbox, German | Narrow},
    {"signin-dark", signIn, Dark},
    {"signin-light", signInWithoutKeychain},
    {"signin-german-narrow", signInWithoutKeychain, German | Narrow},
    {"signin-wrong", signInWrong},
    {"signin-unreachable-dark", signInUnreachable, Dark},
    {"signin-unreachable-german-narrow", signInUnreachable, German | Narrow},
    {"signin-demo-dark", signInAfterTheDemo, Dark},
    {"signin-demo-german-narrow", signInAfterTheDemo, German | Narrow},
    {"signin-demo-huge", demoFails, Narrow | Huge},
    {"starting-dark", demoStarts, Dark},
    {"shortcuts-dark", sheet, Dark},
    {"shortcuts-german-narrow", sheet, German | Narrow},
    {"live-loading-dark", [](DeskFixture &f, DeskWindow &) { f.goLoading(); }, Dark, DeskFixture::Load::Empty},
};

} // namespace

class PicturesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scene_data();
    void scene();
};

void PicturesTest::scene_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < int(std::size(scenes)); ++i)
        QTest::newRow(scenes[i].name) << i;
}

void PicturesTest::scene()
{
    QFETCH(int, number);
    const Scene &scene = scenes[number];
    QTranslator translator;
    QLocale::setDefault(scene.flags & German ? QLocale(QLocale::German)
                                             : QLocale(QLocale::English, QLocale::UnitedStates));
    QVERIFY(translator.load(QLocale(), QStringLiteral("boltdesk"), QStringLiteral("_"), QStringLiteral(":/i18n")));
    QCoreApplication::installTranslator(&translator);
    DeskFixture fixture(scene.load);
    fixture.desk().appearance()->setTheme(scene.flags & Dark ? AppearanceScreen::Dark : AppearanceScreen::Light);
    if (scene.flags & Dense)
        fixture.desk().appearance()->setDensity(AppearanceScreen::Dense);
    if (scene.flags & Huge)
        fixture.desk().appearance()->setTextScale(160);
    const QSize size = scene.flags & Narrow ? QSize(1024, 640) : QSize(1440, 900);
    DeskWindow window(fixture, size.width(), size.height());
    QVERIFY(window.window());
    scene.prepare(fixture, window);
    const QImage image = window.settle(120);
    QCOMPARE(image.size(), size);
    const QString folder = qEnvironmentVariable("BOLT_SHOTS");
    if (!folder.isEmpty())
        QVERIFY(image.save(QDir(folder).filePath(QString::fromLatin1(scene.name) + QStringLiteral(".png"))));
    QCOMPARE(DeskWindow::complaints(), QStringList());
}

int main(int argc, char *argv[])
{
    // Qt Charts needs QApplication.
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("BoltDesk"));
    QApplication::setApplicationVersion(QStringLiteral(BOLT_VERSION));
    PicturesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "pictures_test.moc"
