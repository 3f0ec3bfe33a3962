using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Builds a <see cref="ReferenceExpression"/> piece by piece.</summary>
public class ReferenceExpressionBuilder
{
    private readonly StringBuilder format;
    private readonly List<string> manifestExpressions;
    private readonly List<string?> stringFormats;
    private readonly List<IValueProvider> valueProviders;

    /// <summary>An empty expression.</summary>
    public ReferenceExpressionBuilder() : this(0, 0)
    {
    }

    internal ReferenceExpressionBuilder(int literalLength, int formattedCount)
    {
        format = new StringBuilder(literalLength + formattedCount * 4);
        valueProviders = new(formattedCount);
        manifestExpressions = new(formattedCount);
        stringFormats = new(formattedCount);
    }

    /// <summary>Whether nothing was appended.</summary>
    public bool IsEmpty => format.Length == 0;

    /// <summary>Appends an interpolated string.</summary>
    public void Append([InterpolatedStringHandlerArgument("")] in ReferenceExpressionBuilderInterpolatedStringHandler handler)
    {
    }

    /// <summary>Appends text.</summary>
    public void AppendLiteral(string value) =>
        format.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    /// <summary>Appends text.</summary>
    public void AppendFormatted(string? value) => AppendLiteral(value ?? "");

    /// <summary>Appends text in a format (<c>uri</c>).</summary>
    public void AppendFormatted(string? value, string? format = null) => AppendLiteral(ValueFormats.Apply(value, format) ?? "");

    /// <summary>Appends a value.</summary>
    public void AppendFormatted<T>(T valueProvider)
        where T : IValueProvider, IManifestExpressionProvider => AppendFormatted(valueProvider, format: null);

    /// <summary>Appends a value in a format (<c>uri</c>); the parts of an expression are taken over one by one.</summary>
    public void AppendFormatted<T>(T valueProvider, string? format)
        where T : IValueProvider, IManifestExpressionProvider
    {
        if (valueProvider is ReferenceExpression expression)
            Inline(expression, format);
        else
            Hole(valueProvider, valueProvider.ValueExpression, format);
    }

    /// <summary>Appends a value whose type is only known at run time.</summary>
    /// <exception cref="ArgumentException">It is not a value with a placeholder.</exception>
    public void AppendValueProvider(object valueProvider, string? format = null)
    {
        if (valueProvider is not IValueProvider value || valueProvider is not IManifestExpressionProvider manifest)
            throw new ArgumentException($"{valueProvider?.GetType().Name} is neither a value nor a placeholder.", nameof(valueProvider));
        Hole(value, manifest.ValueExpression, format);
    }

    /// <summary>The expression so far.</summary>
    public ReferenceExpression Build() => new(format.ToString(), [.. valueProviders], [.. manifestExpressions], [.. stringFormats]);

    private void Inline(ReferenceExpression expression, string? outerFormat)
    {
        foreach (var (literal, hole) in CompositeFormatParts.Of(expression.Format))
            if (hole is { } i)
                Hole(expression.ValueProviders[i], expression.ManifestExpressions[i], expression.StringFormats[i] ?? outerFormat);
            else
                AppendFormatted(literal, outerFormat);
    }

    private void Hole(IValueProvider value, string manifestExpression, string? stringFormat)
    {
        format.Append('{').Append(valueProviders.Count).Append('}');
        valueProviders.Add(value);
        manifestExpressions.Add(manifestExpression);
        stringFormats.Add(stringFormat);
    }

    /// <summary>Appends the parts of an interpolated string to a builder.</summary>
    [InterpolatedStringHandler]
    public ref struct ReferenceExpressionBuilderInterpolatedStringHandler
    {
        private readonly ReferenceExpressionBuilder builder;

        /// <summary>Called by the compiler.</summary>
        public ReferenceExpressionBuilderInterpolatedStringHandler(int literalLength, int formattedCount, ReferenceExpressionBuilder builder)
        {
            _ = literalLength + formattedCount;
            this.builder = builder;
        }

        /// <summary>Text between holes.</summary>
        public readonly void AppendLiteral(string value) => builder.AppendLiteral(value);

        /// <summary>A hole that is known already.</summary>
        public readonly void AppendFormatted(string? value) => builder.AppendFormatted(value);

        /// <inheritdoc cref="AppendFormatted(string)" />
        public readonly void AppendFormatted(string? value, string format) => builder.AppendFormatted(value, format);

        /// <summary>A hole for a value.</summary>
        public readonly void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider, IManifestExpressionProvider => builder.AppendFormatted(valueProvider);

        /// <inheritdoc cref="AppendFormatted{T}(T)" />
        public readonly void AppendFormatted<T>(T valueProvider, string? format)
            where T : IValueProvider, IManifestExpressionProvider => builder.AppendFormatted(valueProvider, format);

        /// <summary>A hole for a resource's value.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider => builder.AppendFormatted(valueProvider.Resource);

        /// <inheritdoc cref="AppendFormatted{T}(IResourceBuilder{T})" />
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format)
            where T : IResource, IValueProvider, IManifestExpressionProvider => builder.AppendFormatted(valueProvider.Resource, format);
    }
}
