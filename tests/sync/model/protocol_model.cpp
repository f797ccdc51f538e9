// SPDX-License-Identifier: MIT
#include "tests/sync/model/protocol_model.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace reeve::test {

namespace {

constexpr int ops = 3;
constexpr std::uint8_t poisonOp = 1;
constexpr std::uint8_t removal = 3; // of a person that both desks hold from the beginning
constexpr int slots = 4;
constexpr std::array<int, ops> deskOf{0, 0, 1};

enum OpState : std::uint8_t { Waiting, Sent, Aside, Safe, Deleted };

struct Desk
{
    std::uint8_t isOnline = 1; // a desk that crashes or loses the line is one that says hello again
    std::uint8_t epoch = 0;
    std::uint8_t isReconciling = 0;
    std::uint8_t cursor = 0;
    std::uint8_t cache = 1 << removal; // operations seen; the person who may be removed

    friend bool operator==(const Desk &, const Desk &) = default;
};

// Slots of the log are taken when a transaction begins; `finished` says which have committed.
struct State
{
    std::array<std::uint8_t, slots> log{};
    std::uint8_t length = 0;
    std::uint8_t finished = 0;
    std::uint8_t standby = 0; // slots that it has
    std::uint8_t backup = 0;
    std::uint8_t epoch = 0;
    std::uint8_t losses = 0;
    std::array<std::uint8_t, ops> op{Waiting, Waiting, Waiting};
    std::uint8_t onTheLine = 0; // operations pushed and not yet arrived for good
    std::array<Desk, 2> desk{};

    friend bool operator==(const State &, const State &) = default;
};

struct Hash
{
    std::size_t operator()(const State &state) const
    {
        std::array<unsigned char, sizeof(State)> bytes{};
        std::memcpy(bytes.data(), &state, sizeof(State));
        std::uint64_t hash = 0xCBF29CE484222325ULL;
        for (const unsigned char byte : bytes)
            hash = (hash ^ byte) * 0x100000001B3ULL;
        return hash ^ (hash >> 29);
    }
};

int slotOf(const State &state, int item)
{
    for (int slot = 0; slot < state.length; ++slot) {
        if (state.log[std::size_t(slot)] == item)
            return slot;
    }
    return -1;
}

bool has(std::uint8_t mask, int bit)
{
    return bit >= 0 && ((mask >> bit) & 1) != 0;
}

int firstUnfinished(const State &state)
{
    int slot = 0;
    while (slot < state.length && has(state.finished, slot))
        ++slot;
    return slot;
}

// Whose transactions take their time, so that others overtake them.
bool isSlow(int op)
{
    return op == 2;
}

// A transaction of this desk is going on: its row in reeve.device is locked.
bool isAtWork(const State &state, int desk)
{
    for (int slot = 0; slot < state.length; ++slot) {
        const std::uint8_t item = state.log[std::size_t(slot)];
        if (item != removal && deskOf[item] == desk && !has(state.finished, slot))
            return true;
    }
    return false;
}

class Explorer
{
public:
    Explorer(const ModelRules &rules, int mostLosses) : m_rules(rules), m_mostLosses(mostLosses) {}

    ModelResult run();

private:
    using Step = void (Explorer::*)(const State &);
    void add(const State &next, const char *what, std::string violation = {});
    void deliver(const State &state);
    void lines(const State &state);
    void centre(const State &state);
    void goBack(const State &state, std::uint8_t kept, bool isLoss, const char *what);
    void desks(const State &state);
    void greet(const State &state, int which);
    void pull(const State &state, int which);
    [[nodiscard]] std::string invariants(const State &state) const;
    [[nodiscard]] bool isDrained(const State &state) const;

    ModelRules m_rules;
    int m_mostLosses;
    std::unordered_map<State, std::uint32_t, Hash> m_index;
    std::vector<State> m_states;
    std::vector<std::uint32_t> m_from; // the state before, on a shortest way
    std::vector<const char *> m_how;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_edges;
    std::uint32_t m_current = 0;
    ModelResult m_result;
};

void Explorer::add(const State &next, const char *what, std::string violation)
{
    const auto [found, isNew] = m_index.try_emplace(next, std::uint32_t(m_states.size()));
    m_edges.emplace_back(m_current, found->second);
    if (isNew) {
        m_states.push_back(next);
        m_from.push_back(m_current);
        if (violation.empty())
            violation = invariants(next);
        m_how.push_back(what);
    }
    if (!violation.empty() && m_result.violation.empty()) {
        m_result.violation = violation;
        m_result.path.emplace_back(what);
        for (std::uint32_t at = m_current; at != 0; at = m_from[at])
            m_result.path.emplace_back(m_how[at]);
        std::reverse(m_result.path.begin(), m_result.path.end());
    }
}

// A push arrives. It stays on the line until it is answered or lost, and so may arrive again: late, or twice.
void Explorer::deliver(const State &state)
{
    for (int op = 0; op < ops; ++op) {
        if (!has(state.onTheLine, op))
            continue;
        const int slot = slotOf(state, op);
        const bool isKnown = slot >= 0 && m_rules.appliesOnce;
        if (!isKnown && state.length < slots) {
            const bool isRefused = op == poisonOp && !m_rules.quarantines;
            const bool isInOrder = op != 1 || slotOf(state, 0) >= 0; // one connection is served in its order
            if (!isRefused && isInOrder && !isAtWork(state, deskOf[std::size_t(op)])) {
                State next = state;
                if (!isSlow(op))
                    next.finished = std::uint8_t(next.finished | (1 << next.length));
                next.log[next.length++] = std::uint8_t(op);
                add(next, "a transaction begins");
            }
        }
        if (slot < 0 || !has(state.finished, slot) || (m_rules.acksReplicated && !has(state.standby, slot)))
            continue;
        State next = state;
        next.onTheLine = std::uint8_t(state.onTheLine & ~(1 << op));
        add(next, "an answer is lost");
        const int desk = deskOf[std::size_t(op)];
        if (state.desk[std::size_t(desk)].isOnline != 0 && state.op[std::size_t(op)] == Waiting) {
            next.op[std::size_t(op)] = op == poisonOp ? Aside : Sent;
            const std::string violation = has(state.standby, slot) ? "" : "I3: sent, and the standby does not have it";
            add(next, "an answer arrives", violation);
        }
    }
}

void Explorer::lines(const State &state)
{
    for (int op = 0; op < ops; ++op) {
        const bool isOrdered = op != 1 || has(state.onTheLine, 0) || slotOf(state, 0) >= 0;
        const bool maySend = state.desk[std::size_t(deskOf[std::size_t(op)])].isOnline != 0 && isOrdered;
        if (maySend && state.op[std::size_t(op)] == Waiting && !has(state.onTheLine, op)) {
            State next = state;
            next.onTheLine = std::uint8_t(state.onTheLine | (1 << op));
            add(next, "a push leaves");
        }
        if (has(state.onTheLine, op)) {
            State next = state; // what follows on the same connection is lost with it
            next.onTheLine = std::uint8_t(state.onTheLine & ~(op == 0 ? 3 : 1 << op));
            add(next, "a push is lost");
        }
    }
}

// The log shrinks to what is kept; everything under way at the centre, and every connection, ends.
void Explorer::goBack(const State &state, std::uint8_t kept, bool isLoss, const char *what)
{
    State next = state;
    next.length = 0;
    next.log = {};
    std::uint8_t backup = 0;
    for (int slot = 0; slot < state.length; ++slot) {
        if (!has(kept, slot))
            continue;
        if (has(state.backup, slot))
            backup = std::uint8_t(backup | (1 << next.length));
        next.log[next.length++] = state.log[std::size_t(slot)];
    }
    next.finished = std::uint8_t((1 << next.length) - 1);
    next.standby = next.finished;
    next.backup = backup;
    next.onTheLine = 0;
    if (isLoss) {
        for (Desk &desk : next.desk)
            desk.isOnline = 0;
        ++next.losses;
        if (m_rules.opensEpochs)
            ++next.epoch;
    }
    add(next, what);
}

void Explorer::centre(const State &state)
{
    for (int slot = 0; slot < state.length; ++slot) {
        if (has(state.finished, slot))
            continue;
        State next = state;
        next.finished = std::uint8_t(state.finished | (1 << slot));
        add(next, "a transaction commits");
    }
    if (slotOf(state, removal) < 0 && state.length < slots) {
        State next = state;
        next.finished = std::uint8_t(state.finished | (1 << state.length));
        next.log[next.length++] = removal;
        add(next, "a person is removed at the centre");
    }
    if (state.standby != state.finished) {
        State next = state;
        next.standby = state.finished;
        add(next, "the standby follows");
    }
    if (state.backup == 0 && state.standby != 0) {
        State next = state;
        next.backup = state.standby;
        add(next, "a backup is taken");
    }
    const std::uint8_t all = std::uint8_t((1 << state.length) - 1);
    if (state.finished != all)
        goBack(state, state.finished, false, "the centre crashes and starts again");
    if (state.losses < m_mostLosses) {
        goBack(state, state.standby, true, "the standby takes over");
        goBack(state, state.backup, true, "the backup is restored");
    }
}

void Explorer::greet(const State &state, int which)
{
    State next = state;
    Desk &desk = next.desk[std::size_t(which)];
    desk.isOnline = 1;
    if (desk.epoch != state.epoch) {
        desk.isReconciling = 1;
        desk.cursor = 0;
        desk.cache = 1 << removal; // read again from the beginning
    }
    for (int op = 0; op < ops; ++op) {
        std::uint8_t &own = next.op[std::size_t(op)];
        if (deskOf[std::size_t(op)] != which)
            continue;
        const int slot = slotOf(state, op);
        const bool isSafe = has(state.standby, slot) && (!m_rules.safeIsInBackup || has(state.backup, slot));
        if (desk.isReconciling != 0 && (own == Sent || own == Aside))
            own = Waiting;
        else if (own == Sent && isSafe)
            own = Safe;
    }
    add(next, "a desk says hello");
}

// One page: everything that may be read now.
void Explorer::pull(const State &state, int which)
{
    const int end = m_rules.readsOnlyFinished ? firstUnfinished(state) : state.length;
    State next = state;
    Desk &desk = next.desk[std::size_t(which)];
    std::string violation;
    for (int slot = desk.cursor; slot < end; ++slot) {
        const std::uint8_t item = state.log[std::size_t(slot)];
        if (!has(state.finished, slot))
            continue; // not seen, and never looked for again
        if (item == removal && desk.isReconciling != 0) {
            if (m_rules.removesAfterResend)
                break;
            violation = "I12: a removal before all was sent again";
        }
        desk.cursor = std::uint8_t(slot + 1);
        if (item == removal)
            desk.cache = std::uint8_t(desk.cache & ~(1 << removal));
        else if (item != poisonOp)
            desk.cache = std::uint8_t(desk.cache | (1 << item));
    }
    if (!(next == state))
        add(next, "a page is stored", violation);
}

void Explorer::desks(const State &state)
{
    for (int which = 0; which < 2; ++which) {
        const Desk &desk = state.desk[std::size_t(which)];
        if (desk.isOnline != 0)
            pull(state, which);
        // Once a minute while it is online, and after a crash of its own.
        if (m_rules.triesAgain || desk.isOnline != 0)
            greet(state, which);
        bool isDone = true;
        for (int op = 0; op < ops; ++op)
            isDone = isDone && (deskOf[std::size_t(op)] != which || state.op[std::size_t(op)] != Waiting);
        if (desk.isOnline != 0 && desk.isReconciling != 0 && isDone) {
            State next = state;
            next.desk[std::size_t(which)].isReconciling = 0;
            next.desk[std::size_t(which)].epoch = state.epoch;
            add(next, "all was sent again");
        }
    }
    for (std::size_t op = 0; op < ops; ++op) {
        // What is safe may be deleted at any time: I4 holds for it, so that nothing else changes.
        if (!m_rules.keepsUntilSafe && state.op[op] == Sent) {
            State next = state;
            next.op[op] = Deleted;
            add(next, "an operation is deleted at the desk", "I5: deleted before it was safe");
        }
    }
}

std::string Explorer::invariants(const State &state) const
{
    for (int op = 0; op < ops; ++op) {
        int times = 0;
        for (int slot = 0; slot < state.length; ++slot)
            times += state.log[std::size_t(slot)] == op;
        if (times > 1)
            return "I2: applied twice";
        const int slot = slotOf(state, op);
        const std::uint8_t own = state.op[std::size_t(op)];
        if (own == Deleted && !has(state.finished, slot))
            return "I1: nowhere";
        if ((own == Safe || own == Deleted) && !(has(state.standby, slot) && has(state.backup, slot)))
            return "I4: safe, and not in every state that may be restored";
    }
    if (slotOf(state, 1) >= 0 && slotOf(state, 0) > slotOf(state, 1))
        return "I9: the later one first";
    for (const Desk &desk : state.desk) {
        if (desk.epoch != state.epoch && desk.isReconciling == 0)
            continue; // does not know yet that the centre went back
        if (desk.isReconciling != 0 && desk.isOnline == 0)
            continue;
        if (desk.cursor > firstUnfinished(state))
            return "I6: read beyond a transaction in flight";
        for (int slot = 0; slot < desk.cursor; ++slot) {
            const std::uint8_t item = state.log[std::size_t(slot)];
            const bool isHere = has(desk.cache, item);
            if (item != poisonOp && isHere == (item == removal))
                return "I7: the cursor is beyond what the desk holds";
        }
    }
    return {};
}

bool Explorer::isDrained(const State &state) const
{
    for (int op = 0; op < ops; ++op) {
        if (state.op[std::size_t(op)] == Waiting || !has(state.finished, slotOf(state, op)))
            return false;
    }
    for (const Desk &desk : state.desk) {
        if (desk.epoch != state.epoch || desk.cursor != state.length)
            return false;
    }
    return true;
}

ModelResult Explorer::run()
{
    m_states.push_back({});
    m_index.emplace(State{}, 0);
    m_from.push_back(0);
    m_how.push_back("");
    for (; m_current < m_states.size() && m_result.violation.empty(); ++m_current) {
        const State state = m_states[m_current];
        deliver(state);
        lines(state);
        centre(state);
        desks(state);
    }
    m_result.states = m_states.size();
    m_result.edges = m_edges.size();
    if (!m_result.violation.empty())
        return m_result;

    // Liveness: backwards from everything that is drained.
    std::vector<std::uint32_t> start(m_states.size() + 1, 0);
    for (const auto &[from, to] : m_edges)
        ++start[to + 1];
    for (std::size_t n = 0; n < m_states.size(); ++n)
        start[n + 1] += start[n];
    std::vector<std::uint32_t> before(m_edges.size());
    std::vector<std::uint32_t> filled = start;
    for (const auto &[from, to] : m_edges)
        before[filled[to]++] = from;
    std::vector<bool> hasWayOut(m_states.size(), false);
    std::vector<std::uint32_t> todo;
    for (std::uint32_t n = 0; n < m_states.size(); ++n) {
        if (isDrained(m_states[n])) {
            hasWayOut[n] = true;
            todo.push_back(n);
        }
    }
    m_result.drained = todo.size();
    while (!todo.empty()) {
        const std::uint32_t state = todo.back();
        todo.pop_back();
        for (std::uint32_t edge = start[state]; edge < start[state + 1]; ++edge) {
            if (!hasWayOut[before[edge]]) {
                hasWayOut[before[edge]] = true;
                todo.push_back(before[edge]);
            }
        }
    }
    m_result.statesWithoutWayOut = std::size_t(std::count(hasWayOut.begin(), hasWayOut.end(), false));
    return m_result;
}

} // namespace

ModelResult exploreProtocol(const ModelRules &rules, int mostLosses)
{
    return Explorer(rules, mostLosses).run();
}

} // namespace reeve::test
