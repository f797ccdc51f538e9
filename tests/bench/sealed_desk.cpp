// SPDX-License-Identifier: MIT
#include "tests/bench/sealed_desk.h"

#include "core/store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

SealedDesk::SealedDesk() : agent(u"bench"_s), passphrase(QByteArrayView("bench-passphrase"))
{
    store::Store::NewStore request;
    request.folder = folder.filePath(u"desk"_s);
    request.agentName = agent;
    request.passphrase = passphrase;
    request.cost = {8ULL << 20, 1}; // what a guess costs is not what is measured here
    const auto created = store::Store::create(request);
    const auto policy = services::Policy::builtIn();
    if (!created || !policy)
        qFatal("the bench cannot make a store");
    auto opened = services::Desk::openNow(request.folder, request.agentName, request.passphrase, clock, *policy);
    if (!opened)
        qFatal("the bench cannot open its store");
    desk = *opened;
}

} // namespace reeve::bench
