// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace bolt::sync {

/// How many rows one question asks for: half as many after an answer that was too large, twice as many again after some
/// that were not, up to what is usual. Pure.
class Ration
{
public:
    explicit Ration(int usual)
        : m_usual(usual)
        , m_rows(usual)
    {
    }
    int rows() const { return m_rows; }
    void tooMuch(int asked, int least)
    {
        m_rows = std::max(least, std::min(asked, m_rows) / 2);
        m_fitted = 0;
    }
    void fitted()
    {
        if (m_rows == m_usual || ++m_fitted < patience)
            return;
        m_rows = std::min(m_usual, 2 * m_rows);
        m_fitted = 0;
    }

private:
    /// Where all rows are large, one answer in so many is read in vain.
    static constexpr int patience = 4;
    int m_usual, m_rows;
    int m_fitted = 0; ///< in a row
};

} // namespace bolt::sync
