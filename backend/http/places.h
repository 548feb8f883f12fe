// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside backend/http only. On the loop's thread.

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace bolt::backend {

/// How many places there are, and which address holds how many of them.
///
/// An address gets one more only while it then holds no more than stay free; one that holds none gets any. So the first
/// to take all it can has half of them, the next half of the rest, and N of them leave at least 1/2^N: of 512 places
/// there is one for a newcomer as long as no more than nine addresses flood. (Order them by when each took its last:
/// the last holds no more than are free, the one before no more than twice that, and so on; what is given back since
/// only adds to what is free.)
class Places
{
public:
    /// `most`: one address may hold so many, whatever is free; 0: as above.
    explicit Places(std::size_t all, std::size_t most = 0)
        : m_all(all)
        , m_most(most)
    {
    }

    std::size_t free() const { return m_all - m_taken; }
    std::size_t heldBy(const std::string &address) const
    {
        const auto at = m_held.find(address);
        return at == m_held.end() ? 0 : at->second;
    }

private:
    friend class Place;

    bool take(const std::string &address)
    {
        const std::size_t then = heldBy(address) + 1;
        const bool share = m_most > 0 ? then <= m_most : then == 1 || then < free();
        if (free() == 0 || !(share || address.empty()))
            return false;
        ++m_held[address];
        ++m_taken;
        return true;
    }
    void giveBack(const std::string &address)
    {
        if (--m_held[address] == 0)
            m_held.erase(address);
        --m_taken;
    }

    std::size_t m_all;
    std::size_t m_most;
    std::size_t m_taken = 0;
    std::map<std::string, std::size_t> m_held;
};

/// One of the places, as long as it lives; or none.
class Place
{
public:
    Place() = default;
    /// None when the address may not have one more. Without an address only what is free counts: whoever it is for is
    /// not known yet.
    Place(const std::shared_ptr<Places> &of, std::string address)
        : m_of(of->take(address) ? of : nullptr)
        , m_address(std::move(address))
    {
    }
    ~Place()
    {
        if (m_of)
            m_of->giveBack(m_address);
    }
    Place(Place &&other) noexcept
        : m_of(std::exchange(other.m_of, nullptr))
        , m_address(std::move(other.m_address))
    {
    }
    Place &operator=(Place &&other) noexcept
    {
        std::swap(m_of, other.m_of);
        std::swap(m_address, other.m_address);
        return *this;
    }

    explicit operator bool() const { return m_of != nullptr; }
    const std::string &address() const { return m_address; }

private:
    std::shared_ptr<Places> m_of;
    std::string m_address;
};

} // namespace bolt::backend
