// SPDX-License-Identifier: MIT
#pragma once

namespace reeve::test {

class Photographer;

// What is pictured, in the order in which a made-up morning goes: each begins where the one before has ended.

void pictureCall(Photographer &at);       // find somebody, note, flag; dark, Welsh, large
void pictureGlances(Photographer &at);    // what is only looked at
void pictureOutage(Photographer &at);     // the centre cannot be reached, and what is done meanwhile
void pictureAttention(Photographer &at);  // what the centre could not take, and two values for one field
void pictureDuplicates(Photographer &at); // the warning, the review, a merge, a decision and its undoing
void pictureSeparate(Photographer &at);   // a merge that was a mistake
void pictureToldOnce(Photographer &at);   // what was told long ago, and who may be told in their place
void pictureDeath(Photographer &at);      // of that person, who is not called any more
void pictureLink(Photographer &at);       // whoever is related has a record of their own
void pictureNoted(Photographer &at);      // what is finished, and flagged afterwards
void pictureLock(Photographer &at);       // the last: nothing is behind it any more

} // namespace reeve::test
