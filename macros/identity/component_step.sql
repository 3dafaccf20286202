{#-
    One round of connected components, after FastSV (Zhang, Azad and Hu, 2020), as one SELECT over
    (vertex, parent): every vertex starts as its own parent and ends with the smallest vertex of its component.

    Per round each vertex looks at the smallest grandparent among its neighbours; it takes that as its parent, offers
    it to its old parent (so that whole trees hook onto one another), and jumps to its own grandparent. Labels only
    fall, so the loop ends; when nothing moves, both ends of every edge have one label. Tree height halves per
    round, so rounds grow with the logarithm of the longest chain, not with its length.

    Takes names of two CTEs: pointers (vertex, parent), one row per vertex; edges (left_vertex, right_vertex), in one
    direction. Loops and repeated edges do no harm. Edges to vertices that are not in pointers are ignored.
    Several models run this very step over different graphs.
-#}
{% macro component_step(pointers, edges) -%}
grandparents as (
    select
        {{ pointers }}.vertex,
        {{ pointers }}.parent,
        parents.parent as grandparent
    from {{ pointers }}
    inner join {{ pointers }} as parents on {{ pointers }}.parent = parents.vertex
),

directed_edges as (
    select
        left_vertex as vertex,
        right_vertex as neighbour
    from {{ edges }}
    union all
    select
        right_vertex as vertex,
        left_vertex as neighbour
    from {{ edges }}
),

neighbours as (
    select
        directed_edges.vertex,
        min(grandparents.grandparent) as smallest
    from directed_edges
    inner join grandparents on directed_edges.neighbour = grandparents.vertex
    group by directed_edges.vertex
),

hooks as (
    select
        grandparents.vertex,
        grandparents.parent,
        neighbours.smallest
    from neighbours
    inner join grandparents on neighbours.vertex = grandparents.vertex
),

proposals as (
    select
        vertex,
        grandparent as parent
    from grandparents
    union all
    select
        vertex,
        smallest as parent
    from hooks
    union all
    select
        parent as vertex,
        smallest as parent
    from hooks
),

hooked_pointers as (
    select
        vertex,
        min(parent) as parent
    from proposals
    group by vertex
)
{%- endmacro %}


{#-
    The CTEs of where that search starts, ending in `component_start`: each vertex that has an edge, its own parent. Vertices
    without an edge are components by themselves and need no search. Takes the name of a CTE with the edges. A search that starts
    again reads this for its affected vertices only (initial_rows).
-#}
{% macro component_start(edges) -%}
ends as (
    select left_vertex as vertex
    from {{ edges }}
    {{ firstparty.where_affected('left_vertex') }}
    union
    select right_vertex as vertex
    from {{ edges }}
    {{ firstparty.where_affected('right_vertex') }}
),

component_start as (
    select
        vertex,
        vertex as parent
    from ends
)
{%- endmacro %}
