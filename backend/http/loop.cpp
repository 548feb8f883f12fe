// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/loop.h"

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <future>
#include <thread>

namespace bolt::backend {

namespace asio = boost::asio;

struct Loop::Private
{
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
    std::thread thread;
    std::atomic<std::thread::id> owner{};
    std::atomic<bool> stopped{false};

    void serve()
    {
        owner = std::this_thread::get_id();
        context.run();
        owner = std::thread::id();
    }
};

namespace {

/// Shared with the waiting handler, so that a Timer may die inside its own callback.
struct TimerState : std::enable_shared_from_this<TimerState>
{
    TimerState(asio::io_context &context, Millis p, std::function<void()> f)
        : timer(context)
        , period(p)
        , fn(std::move(f))
    {
    }

    void arm(Millis delay)
    {
        timer.expires_after(delay);
        timer.async_wait([self = shared_from_this()](const boost::system::error_code &ec) {
            if (ec || self->dead)
                return;
            if (self->period.count() > 0)
                self->arm(self->period);
            // A copy: the callback may destroy the Timer that holds it.
            const auto call = self->fn;
            call();
        });
    }

    asio::steady_timer timer;
    Millis period;
    std::function<void()> fn;
    bool dead = false;
};

class LoopTimer final : public Loop::Timer
{
public:
    explicit LoopTimer(std::shared_ptr<TimerState> state)
        : m_state(std::move(state))
    {
    }
    ~LoopTimer() override
    {
        m_state->dead = true;
        m_state->timer.cancel();
    }

private:
    std::shared_ptr<TimerState> m_state;
};

} // namespace

Loop::Loop()
    : d(std::make_unique<Private>())
{
}

Loop::~Loop() { stop(); }

void Loop::start()
{
    d->thread = std::thread([this] { d->serve(); });
}

void Loop::run() { d->serve(); }

void Loop::requestStop()
{
    d->stopped = true;
    d->context.stop();
}

void Loop::stop()
{
    requestStop();
    if (d->thread.joinable())
        d->thread.join();
}

bool Loop::inLoop() const { return d->owner.load() == std::this_thread::get_id(); }

void Loop::post(std::function<void()> fn) { asio::post(d->context, std::move(fn)); }

void Loop::call(const std::function<void()> &fn)
{
    if (inLoop() || !d->thread.joinable() || d->stopped) {
        fn();
        return;
    }
    auto finished = std::make_shared<std::promise<void>>();
    auto future = finished->get_future();
    asio::post(d->context, [&fn, finished] {
        fn();
        finished->set_value();
    });
    future.wait();
}

std::unique_ptr<Loop::Timer> Loop::after(Millis delay, std::function<void()> fn)
{
    auto state = std::make_shared<TimerState>(d->context, Millis(0), std::move(fn));
    state->arm(delay);
    return std::make_unique<LoopTimer>(std::move(state));
}

std::unique_ptr<Loop::Timer> Loop::every(Millis period, std::function<void()> fn)
{
    auto state = std::make_shared<TimerState>(d->context, period, std::move(fn));
    state->arm(period);
    return std::make_unique<LoopTimer>(std::move(state));
}

void *Loop::native() { return &d->context; }

} // namespace bolt::backend
