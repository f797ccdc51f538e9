// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/names/name_variants.h"
#include "core/matching/search/search_card.h"
#include "core/matching/search/search_query.h"
#include "core/matching/search/segment.h"
#include "core/matching/search/segment_builder.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace reeve::matching {

struct SearchScratch;

// A person who may be meant.
struct SearchHit
{
    quint32 number = 0; // of the row of person
    double score = 0;   // bits that speak for this person; compare within one answer only

    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

// Everybody who can be found: one large segment and some small ones of those who changed since. Never changes; a
// change makes another index that shares what stayed. May be searched on any thread.
class SearchIndex final
{
public:
    struct Part
    {
        std::shared_ptr<const Segment> segment;
        std::shared_ptr<const Places> hidden; // changed since; null: nobody
        std::size_t hiddenCount = 0;
    };
    // A person's new card; none when they are gone.
    struct Change
    {
        quint32 number = 0;
        std::optional<SearchCard> card;
    };

    SearchIndex() = default;
    explicit SearchIndex(std::vector<Part> parts);

    // Small segments are merged on the way, so that there are never many: the cost of a change is that of a few
    // people, now and then of a few hundred.
    [[nodiscard]] std::shared_ptr<const SearchIndex> with(const std::vector<Change> &changes) const;

    // The same with people none of whom was known before, each once.
    struct NewPerson
    {
        quint32 number = 0;
        std::shared_ptr<const SearchCard> card;
    };
    [[nodiscard]] std::shared_ptr<const SearchIndex> withNew(std::span<const NewPerson> people) const;
    // With a segment of them.
    [[nodiscard]] std::shared_ptr<const SearchIndex> withNew(std::shared_ptr<const Segment> people) const;

    // One segment of everybody. Takes seconds for a million.
    [[nodiscard]] std::shared_ptr<const Segment> merged() const;

    [[nodiscard]] const std::vector<Part> &parts() const noexcept { return m_parts; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; } // people

    // How many people have this word (folded, UTF-8) in a field of words; to one in a hundred where that are many, and
    // those who changed since may count twice.
    [[nodiscard]] std::size_t countOf(std::string_view word, SearchField field) const;

    // Best first; equals by rising number, those of `familiar` before all others. `scratch` is used by one search at a
    // time.
    [[nodiscard]] std::vector<SearchHit> search(const SearchQuery &query, std::size_t limit,
                                                const NameVariants &variants, SearchScratch &scratch,
                                                std::span<const quint32> familiar = {}) const;

private:
    // One index of the parts and the people of `builder`.
    [[nodiscard]] static std::shared_ptr<const SearchIndex> joined(std::vector<Part> parts, SegmentBuilder builder);

    std::vector<Part> m_parts;
    std::size_t m_size = 0;
};

} // namespace reeve::matching
