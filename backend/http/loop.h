// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <functional>
#include <memory>

namespace bolt::backend {

/// The backend thread: sockets, handlers, database and timers all live on it, so that none of them needs a lock.
class Loop
{
public:
    /// A running timer; destroying it on the loop's thread cancels it for good.
    class Timer
    {
    public:
        virtual ~Timer() = default;
    };

    Loop();
    ~Loop(); ///< stops
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    /// Starts a thread of its own. Objects made before start() are handed over to it.
    void start();
    /// Serves on the calling thread until stop().
    void run();
    /// From any thread but the loop's own: lets what runs finish, then joins. Posted work that has not begun is
    /// dropped.
    void stop();
    /// From any thread; ends run() or the thread after what runs now.
    void requestStop();

    bool inLoop() const;
    /// From any thread; never runs `fn` inside the call.
    void post(std::function<void()> fn);
    /// Posts and waits for the answer; runs at once when already on the loop (or when the loop does not run yet).
    void call(const std::function<void()> &fn);

    /// On the loop's thread or before start().
    [[nodiscard]] std::unique_ptr<Timer> after(Millis delay, std::function<void()> fn);
    [[nodiscard]] std::unique_ptr<Timer> every(Millis period, std::function<void()> fn);

    /// For the rooms' own translation units: boost::asio::io_context *.
    void *native();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace bolt::backend
