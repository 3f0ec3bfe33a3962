namespace Streamix.Auth.Session.Devices;

internal static class Forms
{
    public const string Type = "application/x-www-form-urlencoded";

    /// <summary>Empty when the body is no form.</summary>
    public static async Task<IFormCollection> ReadAsync(HttpContext context) =>
        context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
}
