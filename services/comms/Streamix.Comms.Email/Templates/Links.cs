namespace Streamix.Comms.Email.Templates;

internal static class Links
{
    /// <summary>A path of the web app becomes an address; an address stays.</summary>
    public static string Absolute(string webApp, string link) => link[0] == '/' ? webApp.TrimEnd('/') + link : link;
}
