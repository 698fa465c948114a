#include "semantics/let_order.hpp"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "semantics/copier.hpp"

namespace synod::semantics {

std::vector<const Operator*> in_order_of_use(const std::vector<const Operator*>& definitions) {
  enum class Mark { unseen, open, done };
  const std::unordered_set<const Operator*> wanted(definitions.begin(), definitions.end());
  std::unordered_map<const Operator*, Mark> marks;
  for (const Operator* op : definitions) marks.emplace(op, Mark::unseen);
  std::vector<const Operator*> result;
  for (const Operator* start : definitions) {
    // Each entry: an operator, and whether what it uses has been pushed already. No recursion: chains can be
    // long.
    std::vector<std::pair<const Operator*, bool>> open{{start, false}};
    while (!open.empty()) {
      const auto [op, expanded] = open.back();
      open.pop_back();
      // Operators of inner LETs are followed as well: what they use, this LET has to define before.
      const auto mark = op->in_let ? marks.emplace(op, Mark::unseen).first : marks.find(op);
      if (mark == marks.end() || mark->second == Mark::done) continue;
      if (expanded || op->body == nullptr) {
        mark->second = Mark::done;
        if (wanted.contains(op)) result.push_back(op);
        continue;
      }
      if (mark->second == Mark::open) continue;
      mark->second = Mark::open;
      open.emplace_back(op, true);
      const std::vector<const Operator*> used = operators_in(*op->body);
      for (auto next = used.rbegin(); next != used.rend(); ++next) open.emplace_back(*next, false);
    }
  }
  return result;
}

}  // namespace synod::semantics
