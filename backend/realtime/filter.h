// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/db/commit.h"
#include "backend/db/like.h"
#include "backend/db/statement.h"
#include "models/domain/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bolt::backend {

/// One term of a binding's filter, `col=[not.]op.value` (contracts/supabase.md §1.8.6), as it was written.
struct FilterTerm
{
    std::string column;
    std::string op;
    std::string value;
    bool negated = false;
    std::vector<std::string> list; ///< of `in`
};

/// Terms joined by AND. Blank: none. The error's message is the `system` message of the contract's transcripts.
Result<std::vector<FilterTerm>> parseFilter(std::string_view filter);

/// A filter bound to a table: names and literals checked, ready to match.
class RowFilter
{
public:
    RowFilter() = default;
    /// The error's message is the part behind "Exception: ERROR ".
    static Result<RowFilter> bind(const std::vector<FilterTerm> &terms, const TableDef &table);

    bool isEmpty() const { return m_terms.empty(); }
    /// Insert and Update are judged by the new row. A Delete shows its key only: a filter on anything else never
    /// matches.
    bool matches(const RowChange &change) const;

private:
    enum class Op : unsigned char { Eq, Neq, Lt, Lte, Gt, Gte, In, Like, Ilike, Is, Distinct };
    struct Term
    {
        size_t column = 0;
        PgType type = PgType::Text;
        Op op = Op::Eq;
        bool negated = false;
        std::vector<Value> values;
        std::shared_ptr<const LikePattern> pattern;
    };
    static bool holds(const Term &term, const Value &field);
    static Result<Term> bindTerm(const FilterTerm &term, const TableDef &table);
    static bool opOf(std::string_view word, Op *out);

    std::vector<Term> m_terms;
    size_t m_key = 0;
};

} // namespace bolt::backend
