namespace Streamix.Media.Catalog.Exchange;

/// <summary>One row cannot be taken; the others can.</summary>
internal sealed class RowException(IDictionary<string, string[]> errors) : Exception("A row cannot be taken.")
{
    public IDictionary<string, string[]> Errors => errors;

    public bool IsAbout(string field) => errors.Count == 1 && errors.ContainsKey(field);

    public static RowException Of(string field, string message) => new(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] });
}
