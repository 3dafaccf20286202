{#-
    The table of a model as the build before left it, none where there is none: for what compares this build with the last one that
    was published, which cannot ref a model that comes after it. Takes the name of the model.
-#}
{% macro relation_before(model_name) -%}
    {%- if not execute or not flags.INTROSPECT -%}
        {{ return(none) }}
    {%- endif -%}
    {%- for node in graph.nodes.values() if node.resource_type == 'model' and node.name == model_name -%}
        {{ return(load_cached_relation(api.Relation.create(database=node.database, schema=node.schema, identifier=node.alias))) }}
    {%- endfor -%}
    {{ exceptions.raise_compiler_error('no model is named ' ~ model_name) }}
{%- endmacro %}
