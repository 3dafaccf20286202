{#-
    What the YAML of each audience model declares in its `meta`, as a list of mappings: audience, title, definition, purpose, owner,
    maximum_share, destinations. Collects every mistake and raises once: a key that is missing, a model that audience_names() does
    not list. Empty while the project is parsed, when the models are not known yet.
-#}
{% macro audience_definitions() -%}
    {%- set definitions = [] -%}
    {%- set mistakes = [] -%}
    {%- set names = firstparty.audience_names() -%}
    {%- set models = graph.nodes.values() | selectattr('resource_type', 'equalto', 'model') if execute else [] -%}
    {%- for node in models | sort(attribute='name') if node.name.startswith('aud_') -%}
        {%- set audience = node.name[4:] -%}
        {%- set meta = node.config.meta -%}
        {%- if audience not in names -%}
            {%- do mistakes.append(node.name ~ ' is not in audience_names(): add it, or it reaches no destination') -%}
        {%- endif -%}
        {%- for key in ['title', 'definition', 'purpose', 'owner', 'destinations'] if not meta.get(key) -%}
            {%- do mistakes.append(node.name ~ ' lacks meta.' ~ key) -%}
        {%- endfor -%}
        {%- do definitions.append({
            'audience': audience,
            'title': meta.get('title'),
            'definition': meta.get('definition'),
            'purpose': meta.get('purpose'),
            'owner': meta.get('owner'),
            'maximum_share': meta.get('maximum_share', 0.5),
            'destinations': meta.get('destinations', []),
        }) -%}
    {%- endfor -%}
    {%- if mistakes -%}
        {{ exceptions.raise_compiler_error('audiences: ' ~ mistakes | join('; ')) }}
    {%- endif -%}
    {{ return(definitions) }}
{%- endmacro %}
