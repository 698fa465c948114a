------------------------------ MODULE SVGValues ------------------------------
EXTENDS SVG, TLC, Integers, Sequences

ASSUME Elements ==
  /\ SVGElem("a", << >>, << >>, "t") = [name |-> "a", attrs |-> << >>, children |-> << >>, innerText |-> "t"]
  /\ Line(1, 2, 3, -4, << >>).attrs = [x1 |-> "1", y1 |-> "2", x2 |-> "3", y2 |-> "-4"]
  /\ Line(1, 2, 3, 4, [x1 |-> "9", stroke |-> "red"]).attrs
       = [x1 |-> "1", y1 |-> "2", x2 |-> "3", y2 |-> "4", stroke |-> "red"]
  /\ Circle(5, 6, 7, << >>) = SVGElem("circle", [cx |-> "5", cy |-> "6", r |-> "7"], << >>, "")
  /\ Rect(0, 1, 2, 3, << >>)
       = SVGElem("rect", [x |-> "0", y |-> "1", width |-> "2", height |-> "3"], << >>, "")
  /\ Text(1, 2, "words", << >>) = SVGElem("text", [x |-> "1", y |-> "2"], << >>, "words")
  /\ Image(1, 2, 3, 4, "f.png", << >>).attrs["xlink:href"] = "f.png"
  /\ Image(1, 2, 3, 4, "f.png", [id |-> "i"]).attrs.id = "i"
  /\ Group(<<Line(0, 0, 1, 1, << >>)>>, [id |-> "g"]).children[1].name = "line"
  /\ Svg(<< >>, [a |-> "b"]) = SVGElem("svg", [a |-> "b"], << >>, "")

ASSUME Documents ==
  LET doc == SVGDoc(Line(0, 0, 1, 1, << >>), 0, -1, 20, 30, [id |-> "d", viewBox |-> "not this"])
  IN  /\ doc.name = "svg"
      /\ doc.attrs.viewBox = "0 -1 20 30"
      /\ doc.attrs.id = "d"
      /\ doc.attrs.xmlns = "http://www.w3.org/2000/svg"
      /\ doc.attrs["xmlns:xlink"] = "http://www.w3.org/1999/xlink"
      /\ Len(doc.children) = 1

ASSUME Texts ==
  /\ SVGElemToString(SVGElem("e", << >>, << >>, "")) = "<e></e>"
  /\ SVGElemToString(SVGElem("e", [b |-> "2 3", font_size |-> "1"], << >>, "")) = "<e b='2 3' font-size='1'></e>"
  /\ SVGElemToString(SVGElem("e", "q" :> "1", << >>, "")) = "<e q='1'></e>"
  /\ SVGElemToString(SVGElem("t", << >>, << >>, "<<1, 2>> < 3")) = "<t>&lt;&lt;1, 2&gt;&gt; < 3</t>"
  /\ SVGElemToString(SVGElem("o", << >>, <<SVGElem("i", << >>, << >>, "x"), SVGElem("j", << >>, << >>, "y")>>, "z"))
       = "<o>z<i>x</i><j>y</j></o>"
  /\ SVGElemToString(SVGElem("o", << >>, [n \in 1 .. 2 |-> SVGElem("i", << >>, << >>, "")], "")) = "<o><i></i><i></i></o>"
  /\ SVGElemToString(SVGElem("o", << >>, [b |-> SVGElem("i", << >>, << >>, "")], "")) = "<o><i></i></o>"

ASSUME Points ==
  /\ NodeOfRingNetwork(10, 10, 5, 0, 4) = [x |-> 15, y |-> 10]
  /\ NodeOfRingNetwork(10, 10, 5, 1, 4) = [x |-> 10, y |-> 15]
  /\ NodeOfRingNetwork(100, 100, 50, 1, 8) = [x |-> 135, y |-> 135]
  /\ NodeOfRingNetwork(0, 0, 10, 3, 5) = [x |-> -8, y |-> -5]
  /\ NodeOfRingNetwork(7, -3, 0, 2, 9) = [x |-> 7, y |-> -3]
  /\ PointOnLine([x |-> 0, y |-> 0], [x |-> 10, y |-> 20], 2) = [x |-> 5, y |-> 10]
  /\ PointOnLine([x |-> 0, y |-> 0], [x |-> 10, y |-> -7], 3) = [x |-> 3, y |-> -2]
  /\ PointOnLine([x |-> 5, y |-> 5], [x |-> 5, y |-> 5], 7) = [x |-> 5, y |-> 5]
  /\ PointOnLine([x |-> 0, y |-> 0], [x |-> -9, y |-> 9], -2) = [x |-> 4, y |-> -4]
===============================================================================
