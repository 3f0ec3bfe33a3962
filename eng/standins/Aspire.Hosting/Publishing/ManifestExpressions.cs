using System.Globalization;
using System.Text.Json;

namespace Aspire.Hosting.Publishing;

/// <summary>Turns values into placeholders; a parameter in a format becomes a resource of its own.</summary>
internal sealed class ManifestExpressions
{
    private readonly OrderedDictionary<string, (string Expression, string Format)> formatted = new(StringComparer.Ordinal);

    public string Of(object value) => value switch
    {
        string text => text,
        ReferenceExpression expression => Of(expression),
        IManifestExpressionProvider provider => provider.ValueExpression,
        IResourceBuilder<IResource> { Resource: IManifestExpressionProvider provider } => provider.ValueExpression,
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public void WriteFormatted(Utf8JsonWriter writer)
    {
        foreach (var (name, (expression, format)) in formatted)
        {
            writer.WriteStartObject(name);
            writer.WriteString("type", "annotated.string");
            writer.WriteString("value", expression);
            writer.WriteString("filter", format);
            writer.WriteEndObject();
        }
    }

    private string Of(ReferenceExpression expression)
    {
        var holes = expression.ValueProviders
            .Select((provider, i) => Hole(provider, expression.ManifestExpressions[i], expression.StringFormats[i]))
            .ToArray<object>();
        return string.Format(CultureInfo.InvariantCulture, expression.Format, holes);
    }

    private string Hole(IValueProvider provider, string expression, string? format)
    {
        if (provider is ReferenceExpression inner)
            return Of(inner);
        if (format is null || provider is not ParameterResource parameter)
            return expression;
        var name = $"{parameter.Name}-{format}-encoded";
        formatted.TryAdd(name, (expression, format));
        return $"{{{name}.value}}";
    }
}
