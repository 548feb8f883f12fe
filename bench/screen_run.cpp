// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/screen_run.h"

#include "bench/bench_error.h"
#include "bench/feeder_process.h"
#include "bench/samples.h"
#include "bench/seeded_server.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QThread>
#include <ctime>

namespace bolt::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int boardJobs = 200, boardEach = 50;
constexpr int settleSeconds = 6;
constexpr int loadPatienceSeconds = 180;
constexpr int restSeconds = 60; // what was told last counts its seconds for a minute

void pass(int seconds) { QThread::sleep(unsigned(seconds)); } // span: of what is measured, or of what came before

/// Of all threads of another process.
double cpuSeconds(qint64 pid)
{
    clockid_t clock;
    timespec time{};
    if (clock_getcpuclockid(pid_t(pid), &clock) != 0 || clock_gettime(clock, &time) != 0)
        return -1;
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

double residentMiB(qint64 pid)
{
    QFile file(u"/proc/%1/statm"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / (1 << 20);
}

struct Line
{
    int rate = 0;
    Samples percent; ///< of one core
    double mib = 0;
};

/// One desk from its start to its end.
class Screen
{
public:
    ~Screen()
    {
        m_desk.terminate();
        if (!m_desk.waitForFinished(5000))
            m_desk.kill();
        m_desk.waitForFinished(5000);
    }

    Outcome start(const SeededServer::Access &access, bool withCopy)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_home.path());
        for (const auto &name : {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s})
            environment.remove(name);
        m_desk.setProcessEnvironment(environment);
        m_desk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_desk.setStandardOutputFile(QProcess::nullDevice());
        QStringList arguments{u"--url"_s,   access.url,  u"--anon-key"_s, access.anonKey,       u"--email"_s,
                              access.email, u"--size"_s, u"1440x900"_s,   u"--password-stdin"_s};
        if (!withCopy)
            arguments << u"--forgetful"_s;
        m_desk.start(QCoreApplication::applicationDirPath() + u"/boltdesk"_s, arguments);
        if (!m_desk.waitForStarted())
            return benchError(u"the desk did not start"_s);
        m_desk.write(access.password.toUtf8() + '\n');
        m_desk.waitForBytesWritten();
        m_desk.closeWriteChannel();
        return Done{};
    }

    /// All is read when there is nothing more to do.
    Outcome waitForRest() const
    {
        constexpr int every = 3;
        double before = cpuSeconds(m_desk.processId());
        for (int waited = 0; waited < loadPatienceSeconds; waited += every) {
            pass(every);
            const double after = cpuSeconds(m_desk.processId());
            if (waited >= 2 * every && after - before < 0.05 * every) {
                pass(restSeconds);
                return Done{};
            }
            before = after;
        }
        return benchError(u"the desk never came to rest"_s);
    }

    Result<Line> measure(int rate, const ScreenRun::Plan &plan)
    {
        Line line;
        line.rate = rate;
        for (int i = 0; i < plan.repetitions; ++i) {
            const double before = cpuSeconds(m_desk.processId());
            pass(plan.seconds);
            const double after = cpuSeconds(m_desk.processId());
            if (before < 0 || after < 0)
                return benchError(u"the desk has ended"_s);
            line.percent.add((after - before) * 100 / plan.seconds);
        }
        line.mib = residentMiB(m_desk.processId());
        return line;
    }

private:
    QTemporaryDir m_home;
    QProcess m_desk;
};

QByteArray cell(const Samples &s)
{
    return (QByteArray::number(s.median(), 'f', 2) + " % (" + QByteArray::number(s.least(), 'f', 2) + "-" +
            QByteArray::number(s.most(), 'f', 2) + ")")
        .rightJustified(24);
}

QByteArray table(const std::vector<Line> &bare, const std::vector<Line> &copied, const ScreenRun::Plan &plan)
{
    const QByteArray board =
        QByteArray::number(boardJobs) + " jobs, " + QByteArray::number(boardJobs * boardEach) + " submissions";
    QByteArray out = (plan.scale.isEmpty() ? board : "a server at scale " + plan.scale.toUtf8()) + "; " +
                     QByteArray::number(plan.repetitions) + " x " + QByteArray::number(plan.seconds) +
                     " s; CPU of one core: median (least-most)\n\n" + QByteArray("changes/s").leftJustified(12) +
                     QByteArray("without copy").rightJustified(24) + QByteArray("MiB").rightJustified(8) +
                     QByteArray("with copy on disk").rightJustified(24) + QByteArray("MiB").rightJustified(8) + '\n';
    for (size_t i = 0; i < bare.size(); ++i)
        out += (bare[i].rate == 0 ? QByteArray("silent") : QByteArray::number(bare[i].rate)).leftJustified(12) +
               cell(bare[i].percent) + QByteArray::number(bare[i].mib, 'f', 0).rightJustified(8) +
               cell(copied[i].percent) + QByteArray::number(copied[i].mib, 'f', 0).rightJustified(8) + '\n';
    return out;
}

QByteArray jsonOfLines(const std::vector<Line> &bare, const std::vector<Line> &copied)
{
    QJsonArray rows;
    for (size_t i = 0; i < bare.size(); ++i)
        rows.append(QJsonObject{{u"changes_per_second"_s, bare[i].rate},
                                {u"percent"_s, jsonOf(bare[i].percent)},
                                {u"mib"_s, bare[i].mib},
                                {u"percent_with_copy"_s, jsonOf(copied[i].percent)},
                                {u"mib_with_copy"_s, copied[i].mib}});
    return compactJson(QJsonObject{{u"screen"_s, rows}});
}

using Lines = Result<std::vector<Line>>;

Lines lookAtBoard(const ScreenRun::Plan &plan, bool withCopy)
{
    FeederProcess feeder;
    if (!feeder.start())
        return benchError(u"the feeder did not start"_s);
    Screen screen;
    const QString url = u"http://127.0.0.1:%1"_s.arg(feeder.port());
    if (const Outcome begun = screen.start({url, u"bench"_s, u"bench@boltdesk.test"_s, u"bench"_s}, withCopy); !begun)
        return begun.error();
    if (!feeder.waitForChannel())
        return benchError(u"the desk never was live"_s);
    pass(settleSeconds); // the empty tables are read first
    feeder.board(boardJobs, boardEach);
    pass(settleSeconds);
    std::vector<Line> lines;
    for (const int rate : plan.rates) {
        feeder.pace(rate);
        pass(settleSeconds);
        auto line = screen.measure(rate, plan);
        if (!line)
            return line.error();
        lines.push_back(std::move(line).value());
    }
    return lines;
}

Lines lookAtThePast(const ScreenRun::Plan &plan, const SeededServer::Access &access, bool withCopy)
{
    Screen screen;
    if (const Outcome begun = screen.start(access, withCopy); !begun)
        return begun.error();
    if (const Outcome rested = screen.waitForRest(); !rested)
        return rested.error();
    auto line = screen.measure(0, plan);
    if (!line)
        return line.error();
    return std::vector<Line>{std::move(line).value()};
}

} // namespace

Result<QByteArray> ScreenRun::run(bool json)
{
    SeededServer server;
    SeededServer::Access access;
    if (!m_plan.scale.isEmpty()) {
        const auto started = server.start(m_plan.scale);
        if (!started)
            return started.error();
        access = *started;
    }
    std::vector<Line> of[2];
    for (const bool withCopy : {false, true}) {
        auto lines = m_plan.scale.isEmpty() ? lookAtBoard(m_plan, withCopy) : lookAtThePast(m_plan, access, withCopy);
        if (!lines)
            return lines.error();
        of[withCopy] = std::move(lines).value();
    }
    return json ? jsonOfLines(of[false], of[true]) : table(of[false], of[true], m_plan);
}

} // namespace bolt::bench
