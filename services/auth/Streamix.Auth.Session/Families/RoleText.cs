namespace Streamix.Auth.Session.Families;

/// <summary>Roles as one text: in order and without repeats, so that equal sets are equal texts.</summary>
internal static class RoleText
{
    public static string Write(IEnumerable<string> roles) => string.Join(',', roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public static IReadOnlyList<string> Read(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
