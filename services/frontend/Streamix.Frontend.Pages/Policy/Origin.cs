namespace Streamix.Frontend.Pages.Policy;

internal static class Origin
{
    /// <summary>Nothing else may enter the policy: a space or semicolon would say more than an origin.</summary>
    public static bool IsOne(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && text.Equals(address.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        && address.UserInfo.Length == 0;
}
