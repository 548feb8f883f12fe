// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/auth/principal.h"
#include "backend/rest/compile_filter.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bolt::backend {

/// Turns what is wanted into SQL over the known schema. Each embedded table is checked against the caller's rights.
///
/// At most four tables deep, and a table that stands on its own path again (jobs of the customer of a job) needs a
/// limit: such a tree grows by the whole table with each step. Terms and fields repeat the SQL of what they embed,
/// level by level, and no time bounds what is done before the statement runs: hence a bound on how much one compiler
/// writes. Errors: 54001.
class SelectCompiler
{
public:
    /// `maxRows` bounds each embedded list too.
    SelectCompiler(const Principal &caller, qint64 maxRows)
        : m_caller(caller)
        , m_maxRows(maxRows)
    {
    }

    /// `SELECT row_json(…) FROM table …`, one JSON object a row; the limit is the caller's business.
    Result<Sql> rows(const TableDef &table, const Wanted &wanted, const std::optional<Sql> &alsoWhere = {});
    Result<Sql> count(const TableDef &table, const Wanted &wanted);
    /// `SELECT "key" FROM table …` of what the filters match.
    Result<Sql> keys(const TableDef &table, const Wanted &wanted, const std::optional<Sql> &alsoWhere = {});

private:
    static constexpr std::size_t kMaxDepth = 4;
    static constexpr int kMaxEmbeds = 64;
    static constexpr std::size_t kMaxText = 256 * 1024;
    using Path = std::vector<const TableDef *>;
    /// While it lives, what is compiled is embedded in `parent`.
    class Step
    {
    public:
        Step(Path &path, const TableDef &parent)
            : m_path(path)
        {
            m_path.push_back(&parent);
        }
        ~Step() { m_path.pop_back(); }
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;

    private:
        Path &m_path;
    };
    /// The way from `from` that an embed means, if the caller may go it.
    Result<const RelationDef *> wayTo(const TableDef &from, const Embed &embed);
    /// Counts SQL that was put together, that within others again.
    Outcome spend(const Sql &sql);
    using Shape = std::vector<std::pair<std::string, FieldSql>>;

    std::string newAlias() { return "t" + std::to_string(m_aliases++); }
    Result<Sql> row(const TableDef &table, const std::string &alias, const Wanted &wanted);
    Outcome addItems(const TableDef &table, const std::string &alias, const std::vector<SelectItem> &items,
                     Shape *shape);
    Outcome addEmbed(const TableDef &table, const std::string &alias, const Embed &embed, Shape *shape);
    Outcome addSpread(const RelationDef &relation, const std::string &alias, const Embed &embed, Shape *shape);
    /// ` WHERE …`, or nothing; `join` is AND-ed.
    Result<Sql> where(const TableDef &table, const std::string &alias, const Wanted &wanted, const Sql &join);
    Result<Sql> node(const TableDef &table, const std::string &alias, const Wanted &wanted, const FilterNode &filter);
    Result<Sql> list(const TableDef &table, const std::string &alias, const Wanted &wanted, const FilterNode &parent);
    /// `EXISTS (…)` of an embed's rows.
    Result<Sql> exists(const TableDef &table, const std::string &alias, const Embed &embed);
    Outcome readable(const TableDef &table) const;

    const Principal &m_caller;
    qint64 m_maxRows;
    int m_aliases = 0;
    int m_embeds = 0;
    std::size_t m_text = 0;
    Path m_path; ///< the tables that what is being compiled is embedded in
};

} // namespace bolt::backend
