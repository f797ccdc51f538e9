// SPDX-License-Identifier: MIT
// Gives every input of the corpus to its target, and after that mutations of them for some seconds: what CI does, with
// any compiler. Not guided by coverage; for that see README.md.
//
//     fuzz_replay CORPUS [SECONDS_EACH [SEED [TARGET…]]]
#include "tests/fuzz/target.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <map>
#include <random>
#include <unistd.h>

extern "C" void __sanitizer_set_death_callback(void (*callback)()) __attribute__((weak));

namespace reeve::fuzz {

namespace {

std::map<std::string_view, Reader> &readers()
{
    static std::map<std::string_view, Reader> all;
    return all;
}

// What is being read, for when it is the last thing this process does.
std::string_view current;
QByteArray currentInput;

void keepInput()
{
    const int file = ::open("fuzz-crash", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const bool isKept =
        file >= 0 && ::write(file, currentInput.constData(), static_cast<std::size_t>(currentInput.size())) >= 0;
    std::fprintf(stderr, "target %.*s, %lld bytes%s\n", static_cast<int>(current.size()), current.data(),
                 static_cast<long long>(currentInput.size()), isKept ? ", kept in ./fuzz-crash" : "");
}

void onSignal(int number)
{
    keepInput();
    std::signal(number, SIG_DFL);
    std::raise(number);
}

void give(Reader reader, const QByteArray &input)
{
    currentInput = input; // shares the bytes
    // In a block of exactly its size, so that the sanitizer sees a read past its end.
    const std::vector<char> exact(input.begin(), input.end());
    reader(QByteArrayView(exact.data(), static_cast<qsizetype>(exact.size())));
}

class Mutator final
{
public:
    Mutator(const std::vector<QByteArray> &seeds, quint64 seed) : m_seeds(seeds), m_random(seed) {}

    QByteArray next()
    {
        QByteArray made = pick();
        for (int i = upTo(6) + 1; i > 0; --i)
            change(made);
        return made.left(longest);
    }

private:
    static constexpr qsizetype longest = 32'768;

    int upTo(qsizetype limit) { return static_cast<int>(m_random() % static_cast<quint64>(qMax<qsizetype>(limit, 1))); }
    const QByteArray &pick() { return m_seeds[static_cast<std::size_t>(upTo(static_cast<qsizetype>(m_seeds.size())))]; }

    void change(QByteArray &bytes)
    {
        static const QList<QByteArray> words{"\"",
                                             "\\u0000",
                                             "{",
                                             "[[[[[[[[",
                                             "}",
                                             "null",
                                             "-1",
                                             "1e999",
                                             "9223372036854775808",
                                             "\xff\xfe",
                                             "\xf0\x9f\x98",
                                             "\xe2\x80\xae",
                                             "29/02/1900",
                                             "2026-02-30",
                                             "~",
                                             "00",
                                             "@",
                                             "%00",
                                             "://",
                                             "\r\n",
                                             "\"\"",
                                             ",",
                                             "'",
                                             "+44",
                                             QByteArray("\0", 1),
                                             QByteArray("\0\0\0\0", 4),
                                             QByteArray("\xff\xff\xff\xff", 4),
                                             QByteArray(300, 'A')};
        const int at = upTo(bytes.size() + 1);
        switch (upTo(7)) {
        case 0:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << upTo(8)));
            break;
        case 1:
            if (at < bytes.size())
                bytes[at] = static_cast<char>(m_random());
            break;
        case 2:
            bytes.remove(at, upTo(20) + 1);
            break;
        case 3:
            bytes.insert(at, words[upTo(words.size())]);
            break;
        case 4:
            bytes.insert(at, bytes.mid(upTo(bytes.size()), upTo(60)));
            break;
        case 5:
            bytes.truncate(at);
            break;
        default: {
            const QByteArray &other = pick();
            bytes = bytes.left(at) + other.mid(upTo(other.size()));
        }
        }
    }

    const std::vector<QByteArray> &m_seeds;
    std::mt19937_64 m_random;
};

std::vector<QByteArray> corpusOf(const QString &folder)
{
    std::vector<QByteArray> inputs{QByteArray()};
    for (const QString &name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        QFile file(folder + QLatin1Char('/') + name);
        if (file.open(QIODevice::ReadOnly))
            inputs.push_back(file.readAll());
    }
    return inputs;
}

// How many inputs were given.
qint64 run(std::string_view name, Reader reader, const QString &corpus, int seconds, quint64 seed)
{
    current = name;
    const std::vector<QByteArray> inputs =
        corpusOf(corpus + QLatin1Char('/') + QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())));
    for (const QByteArray &input : inputs)
        give(reader, input);
    auto count = static_cast<qint64>(inputs.size());
    Mutator mutator(inputs, seed);
    QElapsedTimer timer;
    timer.start();
    for (; timer.elapsed() < seconds * 1000; ++count)
        give(reader, mutator.next());
    return inputs.size() > 1 ? count : 0;
}

} // namespace

Registration::Registration(std::string_view name, Reader reader)
{
    readers()[name] = reader;
}

} // namespace reeve::fuzz

int main(int argc, char *argv[])
{
    using namespace reeve::fuzz;
    if (argc < 2) {
        std::fputs("fuzz_replay CORPUS [SECONDS_EACH [SEED [TARGET...]]]\n", stderr);
        return 2;
    }
    qputenv("QT_LOGGING_RULES", "*=false");
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(&keepInput);
    else
        std::signal(SIGSEGV, &onSignal);
    std::signal(SIGABRT, &onSignal);
    const int seconds = argc > 2 ? QByteArray(argv[2]).toInt() : 0;
    const quint64 seed = argc > 3 ? QByteArray(argv[3]).toULongLong() : std::random_device()();
    std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
    bool hasAll = true;
    for (const auto &[name, reader] : readers()) {
        bool isWanted = argc <= 4;
        for (int i = 4; i < argc; ++i)
            isWanted = isWanted || name == argv[i];
        if (!isWanted)
            continue;
        const qint64 count = run(name, reader, QString::fromLocal8Bit(argv[1]), seconds, seed);
        std::printf("%-20.*s %lld inputs\n", static_cast<int>(name.size()), name.data(), static_cast<long long>(count));
        hasAll = hasAll && count > 0; // a target without a corpus
    }
    return hasAll ? 0 : 1;
}
