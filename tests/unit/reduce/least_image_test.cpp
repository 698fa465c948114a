// The least image of random states, against all images made one by one.
#include "reduce/least_image.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace synod::reduce {
namespace {

constexpr std::size_t atom_count = 5;

std::vector<values::AtomId> all_atoms() {
  std::vector<values::AtomId> atoms;
  for (std::size_t i = 0; i < atom_count; ++i)
    atoms.push_back(values::atoms().model_value("q" + std::to_string(i)));
  return atoms;
}

/// The image under one element, straight from the definition.
Value image(values::Arena& arena, const Group& group, std::uint32_t element, Value v) {
  if (v.is_model_value()) {
    const auto point = group.point(v.as_atom());
    return point ? Value::model_value(group.atom(group.image(element, *point))) : v;
  }
  if (!v.is_object()) return v;
  std::vector<Value> images;
  if (v.kind() == values::Kind::set) {
    for (const Value e : values::elements(v)) images.push_back(image(arena, group, element, e));
    return values::make_set(arena, images);
  }
  std::vector<std::pair<Value, Value>> points;
  for (std::size_t i = 0; i < values::size(v); ++i)
    points.emplace_back(image(arena, group, element, values::domain_point(v, i)),
                        image(arena, group, element, values::range_of(v)[i]));
  std::sort(points.begin(), points.end(),
            [](const auto& a, const auto& b) { return values::compare(a.first, b.first) < 0; });
  std::vector<Value> domain;
  for (const auto& [point, value] : points) {
    domain.push_back(point);
    images.push_back(value);
  }
  return values::make_function(arena, values::make_sorted_set(arena, domain), images);
}

int compare_states(const std::vector<Value>& a, const std::vector<Value>& b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (const int order = values::compare(a[i], b[i]); order != 0) return order;
  }
  return 0;
}

/// Values of a random type each, so that they can be compared.
class RandomState {
 public:
  explicit RandomState(std::mt19937_64& random) : random_(random), types_(1 + random() % 4) {
    for (std::uint64_t& type : types_) type = random_();
  }

  std::vector<Value> make(values::Arena& arena) {
    std::vector<Value> state;
    for (const std::uint64_t type : types_) state.push_back(value(arena, type, 3));
    return state;
  }

 private:
  Value atom() { return Value::model_value(all_atoms()[random_() % atom_count]); }

  /// The bits of `type` say what it is, three for each level.
  Value value(values::Arena& arena, std::uint64_t type, int depth) {
    const std::uint64_t inner = type >> 3;
    switch (depth == 0 ? type % 2 : type % 8) {
      case 0:
        return atom();
      case 1:
        return Value::small_integer(static_cast<std::int64_t>(random_() % 3));
      case 2:
      case 3: {
        std::vector<Value> elements(random_() % 6);
        for (Value& e : elements) e = value(arena, inner, depth - 1);
        return values::make_set(arena, elements);
      }
      case 4: {
        const Value items[] = {value(arena, inner, depth - 1), atom()};
        return values::make_tuple(arena, items);
      }
      case 5:
        return function(arena, inner, depth,
                        [&](std::size_t i) { return Value::model_value(all_atoms()[i]); });
      case 6:
        return function(arena, inner, depth, [&](std::size_t i) {
          const Value pair[] = {Value::model_value(all_atoms()[i]),
                                Value::model_value(all_atoms()[(i + 2) % 5])};
          return values::make_tuple(arena, pair);
        });
      default: {
        const values::AtomId names[] = {values::atoms().string("f"), values::atoms().string("g")};
        const Value fields[] = {value(arena, inner, depth - 1), value(arena, inner, depth - 1)};
        return values::make_record(arena, names, fields);
      }
    }
  }

  /// On some of the points.
  template <class PointAt>
  Value function(values::Arena& arena, std::uint64_t inner, int depth, const PointAt& point_at) {
    std::vector<Value> domain;
    std::vector<Value> range;
    const bool everywhere = random_() % 2 == 0;
    for (std::size_t i = 0; i < atom_count; ++i) {
      if (!everywhere && random_() % 2 == 0) continue;
      domain.push_back(point_at(i));
      range.push_back(value(arena, inner, depth - 1));
    }
    return values::make_function(arena, values::make_sorted_set(arena, domain), range);
  }

  std::mt19937_64& random_;
  std::vector<std::uint64_t> types_;
};

Group random_group(std::mt19937_64& random) {
  // Of some of the atoms, so that others stay where they are.
  const std::size_t degree = 2 + random() % (atom_count - 1);
  std::vector<values::AtomId> atoms = all_atoms();
  atoms.resize(degree);
  std::vector<Permutation> generators(1 + random() % 2, Permutation(degree));
  for (Permutation& p : generators) {
    std::iota(p.begin(), p.end(), Point{0});
    std::shuffle(p.begin(), p.end(), random);
  }
  return *Group::generated_by(atoms, generators, 120);
}

void expect_least_images(std::size_t memory) {
  const std::uint64_t seed = 4711;
  std::mt19937_64 random(seed);
  for (int round = 0; round < 300; ++round) {
    const Group group = random_group(random);
    LeastImage least_image(group, memory);
    RandomState states(random);
    for (int i = 0; i < 20; ++i) {
      values::Arena arena;
      const std::vector<Value> state = states.make(arena);
      least_image.near({});  // what was near is gone
      std::vector<Value> expected = state;
      std::vector<Value> some_image;
      for (std::uint32_t e = 0; e < group.order(); ++e) {
        std::vector<Value> other;
        for (const Value v : state) other.push_back(image(arena, group, e, v));
        if (compare_states(other, expected) < 0) expected = other;
        if (e == (static_cast<std::uint32_t>(i) * 7U) % group.order()) some_image = other;
      }
      if (i % 3 == 0) least_image.near(state);
      for (const auto& of : {state, some_image}) {
        const auto found = least_image.of(of);
        ASSERT_EQ(compare_states({found.begin(), found.end()}, expected), 0)
            << "round " << round << ", state " << i << ", a group of " << group.order() << ":\n"
            << values::to_string(values::make_tuple(arena, state)) << "\nexpected "
            << values::to_string(values::make_tuple(arena, expected)) << "\nfound    "
            << values::to_string(values::make_tuple(arena, found));
      }
    }
  }
}

TEST(LeastImage, IsTheLeastOfAllImages) { expect_least_images(LeastImage::usual_memory); }

TEST(LeastImage, IsTheSameWhenEverythingIsForgotten) { expect_least_images(1); }

TEST(LeastImage, SaysWhenItForgot) {
  std::mt19937_64 random(1);
  const Group group = random_group(random);
  LeastImage remembers(group);
  LeastImage forgets(group, 1);
  const std::vector<Value> state{Value::small_integer(1)};
  for (int i = 0; i < 3; ++i) {
    static_cast<void>(remembers.of(state));
    static_cast<void>(forgets.of(state));
  }
  EXPECT_EQ(remembers.forgotten(), 0U);
  EXPECT_EQ(forgets.forgotten(), 3U);
}

TEST(LeastImage, EqualValuesAreOneWord) {
  std::mt19937_64 random(2);
  const Group group = random_group(random);
  LeastImage least_image(group);
  values::Arena arena;
  const auto state = [&] {
    const Value items[] = {Value::model_value(all_atoms()[0]), Value::small_integer(7)};
    return std::vector<Value>{values::make_tuple(arena, items)};
  };
  const Value first = least_image.of(state())[0];
  EXPECT_EQ(first, least_image.of(state())[0]);
}

// Seven points that are all alike at first, as initial states have them: many ties, and quick nevertheless.
TEST(LeastImage, OfAStateThatAllOfALargeGroupFixes) {
  std::vector<values::AtomId> atoms;
  for (int i = 0; i < 7; ++i) atoms.push_back(values::atoms().model_value("s" + std::to_string(i)));
  const std::vector<Permutation> generators{{1, 2, 3, 4, 5, 6, 0}, {1, 0, 2, 3, 4, 5, 6}};
  const auto group = Group::generated_by(atoms, generators, 10'000);
  ASSERT_TRUE(group);
  LeastImage least_image(*group);
  values::Arena arena;
  std::vector<Value> points;
  std::vector<Value> pairs;
  for (const values::AtomId atom : atoms) {
    points.push_back(Value::model_value(atom));
    const Value pair[] = {points.back(), points.back()};
    pairs.push_back(values::make_tuple(arena, pair));
  }
  const Value domain = values::make_sorted_set(arena, points);
  const Value all = values::make_function(arena, domain, std::vector<Value>(7, Value::small_integer(0)));
  const std::vector<Value> state{all, values::make_set(arena, pairs)};
  const auto found = least_image.of(state);
  EXPECT_EQ(compare_states({found.begin(), found.end()}, state), 0);
}

}  // namespace
}  // namespace synod::reduce
