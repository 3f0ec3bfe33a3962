using System.Globalization;
using Streamix.Discovery.Index.Writing;

namespace Streamix.Discovery.Index.PostgreSql.Writing;

/// <summary>A generation is the schema <c>index_N</c>.</summary>
internal static class GenerationName
{
    private const string Prefix = "index_";

    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}");

    public static int Number(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new GenerationGoneException(name);
}
