--------------------------------- MODULE SVG ---------------------------------
\* Vector graphics. An element is a record of its name, its attributes (a record of strings), its children (a sequence of
\* elements) and its text. Attributes that an operator is given do not replace those that it sets.
LOCAL INSTANCE Integers
LOCAL INSTANCE Sequences
LOCAL INSTANCE TLC

SVGElem(_name, _attrs, _children, _innerText) ==
  [name |-> _name, attrs |-> _attrs, children |-> _children, innerText |-> _innerText]

Line(x1, y1, x2, y2, attrs) ==
  SVGElem("line",
          [x1 |-> ToString(x1), y1 |-> ToString(y1), x2 |-> ToString(x2), y2 |-> ToString(y2)] @@ attrs, << >>, "")

Circle(cx, cy, r, attrs) ==
  SVGElem("circle", [cx |-> ToString(cx), cy |-> ToString(cy), r |-> ToString(r)] @@ attrs, << >>, "")

Rect(x, y, w, h, attrs) ==
  SVGElem("rect",
          [x |-> ToString(x), y |-> ToString(y), width |-> ToString(w), height |-> ToString(h)] @@ attrs, << >>, "")

Text(x, y, text, attrs) == SVGElem("text", [x |-> ToString(x), y |-> ToString(y)] @@ attrs, << >>, text)

Image(x, y, width, height, href, attrs) ==
  SVGElem("image",
          [x |-> ToString(x), y |-> ToString(y), width |-> ToString(width), height |-> ToString(height)]
            @@ ("xlink:href" :> href) @@ attrs,
          << >>, "")

Group(children, attrs) == SVGElem("g", attrs, children, "")
Svg(children, attrs) == SVGElem("svg", attrs, children, "")

\* A document that shows the rectangle with the corner (vbX, vbY), the width vbW and the height vbH.
SVGDoc(children, vbX, vbY, vbW, vbH, attrs) ==
  LET box == ToString(vbX) \o " " \o ToString(vbY) \o " " \o ToString(vbW) \o " " \o ToString(vbH)
      own == "viewBox" :> box @@ "xmlns" :> "http://www.w3.org/2000/svg"
               @@ "xmlns:xlink" :> "http://www.w3.org/1999/xlink"
  IN  Svg(<<children>>, own @@ attrs)

\* The element as text.
SVGElemToString(elem) == CHOOSE s \in STRING : TRUE

-----------------------------------------------------------------------------
\* The place of the n-th of m nodes on a circle with the centre (cx, cy) and the radius r.
NodeOfRingNetwork(cx, cy, r, n, m) == CHOOSE point \in [x : Int, y : Int] : TRUE

\* Places for the nodes of a graph. Not supported: evaluating it is an error.
NodesOfDirectedMultiGraph(nodes, edges, options) == CHOOSE place \in [nodes -> [x : Int, y : Int]] : TRUE

\* The point after one of `segment` equal parts of the way.
PointOnLine(from, to, segment) ==
  [x |-> from.x + (to.x - from.x) \div segment, y |-> from.y + (to.y - from.y) \div segment]

\* Writes the element to the file that the prefix and the number, of at least three digits, name.
SVGSerialize(svg, frameNamePrefix, frameNumber) ==
  LET IO == INSTANCE IOUtils
  IN  IO!Serialize(SVGElemToString(svg), frameNamePrefix \o IO!zeroPadN(frameNumber, 3) \o ".svg",
                   [format |-> "TXT", charset |-> "UTF-8",
                    openOptions |-> <<"WRITE", "CREATE", "TRUNCATE_EXISTING">>])
=============================================================================
