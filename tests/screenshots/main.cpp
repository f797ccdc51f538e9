// SPDX-License-Identifier: MIT
// reeve_screenshots [--every-look] DIR: drives the real window through a made-up morning and writes what it looks like
// to DIR as PNG. Works on any platform plug-in, offscreen too. Fails when a picture could not be made.
// With --every-look each picture is also taken in the dark, in Welsh, at 200 % and in a small window: to look at before
// a release.
#include "tests/screenshots/photographer.h"
#include "tests/screenshots/pictures.h"
#include "ui/shell/appearance.h"

#include <QApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    using reeve::test::Photographer;
    QApplication application(argc, argv);
    QStringList arguments = QApplication::arguments().sliced(1);
    const bool isEvery = arguments.removeAll(QStringLiteral("--every-look")) > 0;
    if (arguments.size() != 1) {
        std::fprintf(stderr, "Usage: reeve_screenshots [--every-look] DIR\n");
        return 2;
    }
    const auto policy = reeve::services::Policy::builtIn();
    if (!policy)
        return 1;
    reeve::ui::Appearance::applySystem();
    reeve::ui::Language language;
    Photographer at(arguments.constFirst(), isEvery ? Photographer::Looks::Every : Photographer::Looks::One, *policy,
                    language);
    if (!at.begin())
        return 1;
    reeve::test::pictureCall(at);
    if (isEvery)
        reeve::test::pictureGlances(at);
    for (const auto picture :
         {reeve::test::pictureOutage, reeve::test::pictureAttention, reeve::test::pictureDuplicates,
          reeve::test::pictureSeparate, reeve::test::pictureToldOnce, reeve::test::pictureDeath,
          reeve::test::pictureLink, reeve::test::pictureNoted, reeve::test::pictureLock})
        picture(at);
    at.close();
    return at.isWhole() ? 0 : 1;
}
