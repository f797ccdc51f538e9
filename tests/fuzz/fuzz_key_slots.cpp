// SPDX-License-Identifier: MIT
// The file reeve.keys, before anybody has given a passphrase.
#include "tests/fuzz/in_memory_file.h"
#include "tests/fuzz/target.h"

#include "core/crypto/key_slots.h"

using namespace reeve;

REEVE_FUZZ_TARGET(key_slots)
{
    const fuzz::InMemoryFile file(input);
    const auto read = crypto::KeySlots::read(file.path());
    if (!read)
        return;
    static_cast<void>(read->agentNames());
    fuzz::mustHold(!read->store().isNull(), "a store has an id");
    static const crypto::Secret key = crypto::Secret::random(32);
    const auto opened = read->openRecovery(key);
    fuzz::mustHold(!opened, "no key but the council's opens it");
}
