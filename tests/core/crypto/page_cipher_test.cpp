// SPDX-License-Identifier: MIT
#include "core/crypto/page_cipher.h"
#include "tests/support/result_printing.h"

#include <array>

using namespace reeve;
using crypto::PageCipher;

namespace {

using Page = std::array<unsigned char, PageCipher::pageSize>;
constexpr std::array<unsigned char, 3> here{'D', 0, 7};
constexpr std::array<unsigned char, 3> elsewhere{'D', 0, 8};

Page somePage()
{
    Page page{};
    for (std::size_t i = 0; i < PageCipher::contentSize; ++i)
        page[i] = static_cast<unsigned char>(i * 7);
    return page;
}

} // namespace

TEST_CASE("a sealed page opens to what it was, with its last 40 bytes zero", "[crypto]")
{
    const PageCipher cipher(crypto::Secret::random(32));
    const Page content = somePage();
    Page sealed{};
    Page opened{};
    cipher.seal(content.data(), sealed.data(), here);
    CHECK(sealed != content);
    REQUIRE(cipher.open(sealed.data(), opened.data(), here));
    CHECK(opened == content);
}

TEST_CASE("the same page is never sealed to the same bytes", "[crypto]")
{
    const PageCipher cipher(crypto::Secret::random(32));
    const Page content = somePage();
    Page one{};
    Page two{};
    cipher.seal(content.data(), one.data(), here);
    cipher.seal(content.data(), two.data(), here);
    CHECK(one != two);
}

TEST_CASE("a page opens with its own key, in its own place, unaltered, or not at all", "[crypto]")
{
    const PageCipher cipher(crypto::Secret::random(32));
    const Page content = somePage();
    Page sealed{};
    Page opened{};
    cipher.seal(content.data(), sealed.data(), here);

    CHECK_FALSE(PageCipher(crypto::Secret::random(32)).open(sealed.data(), opened.data(), here));
    CHECK(opened == Page{});
    CHECK_FALSE(cipher.open(sealed.data(), opened.data(), elsewhere));
    CHECK(opened == Page{});
    for (const std::size_t at : {0, 2000, 4055, 4056, 4079, 4080, 4095}) { // content, nonce, tag
        Page altered = sealed;
        altered[at] = static_cast<unsigned char>(altered[at] ^ 0x10);
        CHECK_FALSE(cipher.open(altered.data(), opened.data(), here));
    }
}
