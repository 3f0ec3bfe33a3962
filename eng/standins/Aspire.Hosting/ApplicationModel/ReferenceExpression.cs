using System.Globalization;
using System.Runtime.CompilerServices;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A string with holes that are filled when a resource starts, or with placeholders when the manifest is written.</summary>
public class ReferenceExpression : IExpressionValue, IValueWithReferences
{
    /// <summary>The empty string.</summary>
    public static readonly ReferenceExpression Empty = new("", [], [], []);

    private readonly string[] manifestExpressions;
    private readonly string?[] stringFormats;
    private readonly IValueProvider[] valueProviders;

    internal ReferenceExpression(string format, IValueProvider[] valueProviders, string[] manifestExpressions, string?[] stringFormats)
    {
        Format = format;
        this.valueProviders = valueProviders;
        this.manifestExpressions = manifestExpressions;
        this.stringFormats = stringFormats;
    }

    /// <summary>A composite format string, one hole per value.</summary>
    public string Format { get; }

    /// <summary>Placeholders, in the order of the holes.</summary>
    public IReadOnlyList<string> ManifestExpressions => manifestExpressions;

    /// <summary>Values, in the order of the holes.</summary>
    public IReadOnlyList<IValueProvider> ValueProviders => valueProviders;

    /// <summary>Formats, in the order of the holes: null or <c>uri</c>.</summary>
    public IReadOnlyList<string?> StringFormats => stringFormats;

    /// <inheritdoc />
    public string ValueExpression => string.Format(CultureInfo.InvariantCulture, Format, [.. manifestExpressions]);

    IEnumerable<object> IValueWithReferences.References => valueProviders;

    /// <summary>Turns an interpolated string into an expression.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.Build();

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => GetValueAsync(new ValueProviderContext(), cancellationToken);

    /// <summary>Fills the holes; null when the expression is a single hole without a value.</summary>
    public async ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken)
    {
        var values = new object?[valueProviders.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = ValueFormats.Apply(await valueProviders[i].GetValueAsync(context, cancellationToken).ConfigureAwait(false), stringFormats[i]);
        return Format == "{0}" ? (string?)values[0] : string.Format(CultureInfo.InvariantCulture, Format, values);
    }

    /// <summary>Collects the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        private readonly ReferenceExpressionBuilder builder = new(literalLength, formattedCount);

        /// <summary>Text between holes.</summary>
        public readonly void AppendLiteral(string value) => builder.AppendLiteral(value);

        /// <summary>A hole that is known already.</summary>
        public readonly void AppendFormatted(string? value) => builder.AppendFormatted(value);

        /// <inheritdoc cref="AppendFormatted(string)" />
        public readonly void AppendFormatted(string? value, string? format = null) => builder.AppendFormatted(value, format);

        /// <summary>A hole for a value.</summary>
        public readonly void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider, IManifestExpressionProvider => builder.AppendFormatted(valueProvider);

        /// <inheritdoc cref="AppendFormatted{T}(T)" />
        public readonly void AppendFormatted<T>(T valueProvider, string? format = null)
            where T : IValueProvider, IManifestExpressionProvider => builder.AppendFormatted(valueProvider, format);

        /// <summary>A hole for a resource's value.</summary>
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider, IManifestExpressionProvider => builder.AppendFormatted(valueProvider.Resource);

        /// <inheritdoc cref="AppendFormatted{T}(IResourceBuilder{T})" />
        public readonly void AppendFormatted<T>(IResourceBuilder<T> valueProvider, string? format = null)
            where T : IResource, IValueProvider, IManifestExpressionProvider => builder.AppendFormatted(valueProvider.Resource, format);

        internal readonly ReferenceExpression Build() => builder.Build();
    }
}
