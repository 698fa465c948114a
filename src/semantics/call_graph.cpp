#include "semantics/call_graph.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "semantics/copier.hpp"

namespace synod::semantics {

namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

class Tarjan {
 public:
  explicit Tarjan(std::deque<Operator>& operators) : operators_(operators) {
    for (Operator& op : operators_)
      op.id = static_cast<std::uint32_t>(uses_.size()), uses_.push_back(uses(op));
    index_.assign(uses_.size(), unseen);
    low_.assign(uses_.size(), unseen);
    on_stack_.assign(uses_.size(), false);
  }

  std::vector<Component> run() {
    for (std::uint32_t start = 0; start < uses_.size(); ++start) {
      if (index_[start] == unseen) search(start);
    }
    return std::move(result_);
  }

 private:
  struct Frame {
    std::uint32_t op;
    std::size_t next;
  };

  static std::vector<const Operator*> uses(const Operator& op) {
    return op.body == nullptr ? std::vector<const Operator*>{} : operators_in(*op.body);
  }

  void enter(std::uint32_t op) {
    index_[op] = low_[op] = counter_++;
    stack_.push_back(op);
    on_stack_[op] = true;
    frames_.push_back({op, 0});
  }

  void search(std::uint32_t start) {
    enter(start);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const std::uint32_t op = frame.op;
      if (frame.next < uses_[op].size()) {
        const std::uint32_t used = uses_[op][frame.next++]->id;
        if (index_[used] == unseen) {
          enter(used);
        } else if (on_stack_[used]) {
          low_[op] = std::min(low_[op], index_[used]);
        }
        continue;
      }
      frames_.pop_back();
      if (!frames_.empty()) low_[frames_.back().op] = std::min(low_[frames_.back().op], low_[op]);
      if (low_[op] == index_[op]) close(op);
    }
  }

  void close(std::uint32_t root) {
    Component component;
    std::uint32_t op = unseen;
    do {
      op = stack_.back();
      stack_.pop_back();
      on_stack_[op] = false;
      component.operators.push_back(&operators_[op]);
    } while (op != root);
    component.recursive = component.operators.size() > 1 ||
                          std::ranges::find(uses_[root], &operators_[root]) != uses_[root].end();
    result_.push_back(std::move(component));
  }

  std::deque<Operator>& operators_;
  std::vector<std::vector<const Operator*>> uses_;
  std::vector<std::uint32_t> index_, low_;
  std::vector<bool> on_stack_;
  std::vector<std::uint32_t> stack_;
  std::vector<Frame> frames_;
  std::vector<Component> result_;
  std::uint32_t counter_ = 0;
};

}  // namespace

std::vector<Component> components(std::deque<Operator>& operators) { return Tarjan(operators).run(); }

}  // namespace synod::semantics
