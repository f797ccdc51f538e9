// SPDX-License-Identifier: MIT
#include "core/central/payload_phrases.h"

#include <algorithm>
#include <functional>

namespace reeve::central {

namespace {

constexpr std::size_t fewest = 4;  // payloads; below that there is little to say twice
constexpr std::size_t samples = 9; // looked at, spread over the batch

bool hasControlCharacter(QByteArrayView bytes)
{
    return std::ranges::any_of(bytes, [](char byte) { return static_cast<unsigned char>(byte) < 0x20; });
}

std::vector<QByteArrayView> sampled(const std::vector<QByteArrayView> &payloads)
{
    std::vector<QByteArrayView> some;
    const std::size_t count = std::min(samples, payloads.size());
    for (std::size_t n = 0; n < count; ++n)
        some.push_back(payloads[n * payloads.size() / count]);
    return some;
}

// Whether at least a third of them say it: entries of a few kinds go together.
bool isCommon(QByteArrayView phrase, const std::vector<QByteArrayView> &some)
{
    const auto saying = std::ranges::count_if(some, [&](QByteArrayView one) { return one.contains(phrase); });
    return static_cast<std::size_t>(saying) * 3 >= some.size();
}

// Behind the next quote: where one part of a JSON text ends and another begins.
qsizetype partEnd(QByteArrayView text, qsizetype from)
{
    const qsizetype quote = text.indexOf('"', from);
    return quote < 0 ? text.size() : quote + 1;
}

// The longest runs of parts of `text` that others say as well, in their order.
void addPhrasesOf(QByteArrayView text, const std::vector<QByteArrayView> &some, QList<QByteArray> &phrases)
{
    qsizetype begin = 0;
    while (begin < text.size() && phrases.size() < ShortPayloads::mostPhrases) {
        qsizetype end = begin;
        for (qsizetype next = partEnd(text, end); end < text.size(); next = partEnd(text, end)) {
            if (next - begin > ShortPayloads::longestPhrase || !isCommon(text.sliced(begin, next - begin), some))
                break;
            end = next;
        }
        const QByteArrayView phrase = text.sliced(begin, end - begin);
        const bool isNew = std::ranges::none_of(phrases, [&](const QByteArray &one) { return one.contains(phrase); });
        if (phrase.size() >= ShortPayloads::shortestPhrase && isNew)
            phrases.append(phrase.toByteArray());
        begin = end > begin ? end : partEnd(text, begin);
    }
}

} // namespace

std::optional<ShortPayloads> shortened(const std::vector<QByteArrayView> &payloads)
{
    qsizetype size = 0;
    for (const QByteArrayView payload : payloads)
        size += payload.size() + 1;
    if (payloads.size() < fewest || size > ShortPayloads::mostBytes ||
        std::ranges::any_of(payloads, hasControlCharacter))
        return std::nullopt;
    ShortPayloads made;
    const auto some = sampled(payloads);
    for (const QByteArrayView one : some)
        addPhrasesOf(one, some, made.phrases);
    if (made.phrases.isEmpty())
        return std::nullopt;
    // The longest first: what is part of another is looked for in what is left.
    std::ranges::stable_sort(made.phrases, std::greater<>(), &QByteArray::size);

    made.joined.reserve(size);
    for (const QByteArrayView payload : payloads) {
        if (!made.joined.isEmpty())
            made.joined.append(ShortPayloads::payloadEnd);
        made.joined.append(payload);
    }
    for (qsizetype n = 0; n < made.phrases.size(); ++n)
        made.joined.replace(made.phrases[n], QByteArray(1, static_cast<char>(n + 1)));
    return made;
}

std::vector<QByteArray> saidOut(const ShortPayloads &shortPayloads)
{
    QByteArray all = shortPayloads.joined;
    for (qsizetype n = 0; n < shortPayloads.phrases.size(); ++n)
        all.replace(QByteArray(1, static_cast<char>(n + 1)), shortPayloads.phrases[n]);
    const QList<QByteArray> parts = all.split(ShortPayloads::payloadEnd);
    return {parts.cbegin(), parts.cend()};
}

} // namespace reeve::central
