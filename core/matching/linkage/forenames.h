// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/evidence.h"
#include "core/matching/names/name_variants.h"

#include <QString>
#include <QStringList>

namespace reeve::matching {

// One forename in two forms, or the names of two children: Katie and Kate, Harry and Henry, Muhammad and Mohammed are
// one; Sophie and Sophia, Ella and Ellie, Mary Ann and Mary Jane are twins, though tables of nicknames and of spellings
// have some of them too.

// What tables call forms of `given` and no parents call another child: short forms ("Alex", "Beth"), pet forms
// ("Katie" of Kate), what is not alike at all ("Peggy"), and names of other scripts. Folded.
[[nodiscard]] QStringList petFormsOf(const QString &given, const NameVariants &variants);

// Whether the forenames of two records, which agree as `how`, are two names: both are given to children and no form of
// each other, or one has a word more ("Ellie", "Ellie-Mae") or another one. A slip in a long name ("Kathrine") is none,
// nor is what either record says itself: a middle name, or what somebody is known as. Pure.
[[nodiscard]] bool areTwoForenames(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Agreement how);

// Either record says that this is what its person is called.
[[nodiscard]] bool isKnownAs(const LinkageRecord &a, const LinkageRecord &b);

} // namespace reeve::matching
