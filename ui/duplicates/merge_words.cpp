// SPDX-License-Identifier: MIT
#include "ui/duplicates/merge_words.h"

#include "ui/person/person_words.h"
#include "ui/words/error_words.h"

#include <QCoreApplication>

namespace reeve::ui {

namespace {

class Merging
{
    Q_DECLARE_TR_FUNCTIONS(Merging)
};

} // namespace

QString mergeFailureWords(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Conflict:
        return Merging::tr("Somebody has said meanwhile that these two are not the same. Nothing was changed; look "
                           "again, and merge if you know better.");
    case ErrorCode::InvalidInput:
        return Merging::tr("These two are one person already. Nothing was changed.");
    case ErrorCode::NotFound:
        return Merging::tr("One of the two is no longer on this desk. Nothing was changed.");
    case ErrorCode::Denied:
        return Merging::tr("This desk may not show or change people now: it has been without contact with the centre "
                           "for too long, or your role does not allow it. Nothing was changed; ask a supervisor.");
    default:
        return words(code);
    }
}

QString relationsWords(const std::vector<domain::Relationship> &relations)
{
    QStringList words;
    for (const domain::Relationship &one : relations)
        words << relationshipWords(one.kind) << authorityWords(one.authority);
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(QStringLiteral(", "));
}

} // namespace reeve::ui
