using System.Diagnostics;
using System.Globalization;

namespace Streamix.Messaging.Tests.Migrator;

internal static class MigratorProcess
{
    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string server, string notes, int deadlineSeconds = 30)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Streamix.Infra.Migrator.dll"));
        start.Environment["ConnectionStrings__postgres"] = server;
        start.Environment["ConnectionStrings__sample-notes-db"] = notes;
        start.Environment["Migrator__DeadlineSeconds"] = deadlineSeconds.ToString(CultureInfo.InvariantCulture);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
