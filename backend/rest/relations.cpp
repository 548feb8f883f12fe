// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/rest/relations.h"

#include "backend/rest/rest_error.h"

namespace bolt::backend {
namespace {

bool isMeant(const RelationDef &relation, const Embed &embed)
{
    const bool byTarget = relation.target->name == embed.target || relation.constraint == embed.target ||
                          (relation.toOne && relation.column == embed.target);
    const bool byHint = embed.hint.empty() || relation.constraint == embed.hint || relation.column == embed.hint ||
                        relation.targetColumn == embed.hint;
    return byTarget && byHint;
}

} // namespace

Result<const RelationDef *> findRelation(const TableDef &from, const Embed &embed)
{
    const RelationDef *found = nullptr;
    for (const RelationDef &relation : from.relations) {
        if (!isMeant(relation, embed))
            continue;
        if (found) {
            return asError(
                {300, "PGRST201",
                 "Could not embed because more than one relationship was found for '" + from.name + "' and '" +
                     embed.target + "'",
                 "Both " + found->constraint + " and " + relation.constraint + " fit.",
                 "Try changing '" + embed.target + "' to '" + embed.target + "!" + found->constraint + "'."});
        }
        found = &relation;
    }
    if (!found)
        return asError(unknownRelation(from.name, embed.target));
    return found;
}

} // namespace bolt::backend
