using System.ComponentModel;
using System.Diagnostics;

namespace Streamix.AppHost.Commands;

internal static class OpenMail
{
    /// <summary>Adds "Open mail": shows the inbox of every mail the platform sent in this machine's browser.</summary>
    public static IResourceBuilder<T> WithOpenMailCommand<T>(this IResourceBuilder<T> mail, string endpointName) where T : IResourceWithEndpoints =>
        mail.WithCommand("open-mail", "Open mail", _ => Task.FromResult(Open(mail.GetEndpoint(endpointName).Url)), new CommandOptions
        {
            Description = "Show every mail the platform sent",
            IconName = "MailInbox",
            IsHighlighted = true,
        });

    private static ExecuteCommandResult Open(string address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
            return CommandResults.Success();
        }
        catch (Win32Exception)
        {
            return CommandResults.Failure($"No browser could be started here; the mail is at {address}");
        }
    }
}
