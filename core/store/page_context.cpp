// SPDX-License-Identifier: MIT
#include "core/store/page_context.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace reeve::store {

PageContext databasePage(const StoreId &store, quint32 page)
{
    PageContext context{};
    context[0] = 'D';
    std::memcpy(context.data() + 1, store.data(), store.size());
    qToBigEndian(page, context.data() + 17);
    return context;
}

PageContext walPage(const StoreId &store, quint64 salts, const unsigned char *frameHeader, quint32 frame)
{
    PageContext context{};
    context[0] = 'W';
    std::memcpy(context.data() + 1, store.data(), store.size());
    std::memcpy(context.data() + 17, frameHeader, 8); // page number, database size
    std::memcpy(context.data() + 25, &salts, sizeof salts);
    qToBigEndian(frame, context.data() + 33);
    return context;
}

bool isReserveZero(const unsigned char *content)
{
    const unsigned char *reserve = content + crypto::PageCipher::contentSize;
    return std::all_of(reserve, reserve + crypto::PageCipher::overhead, [](unsigned char byte) { return byte == 0; });
}

} // namespace reeve::store
