using System.Diagnostics;

namespace Streamix.LocalS3.Tests.Faults;

public sealed class StartTests
{
    [Theory]
    [InlineData("S3__Data", "S3__Data is missing")]
    [InlineData("S3__AccessKey", "S3__AccessKey is missing")]
    [InlineData("S3__SecretKey", "S3__SecretKey is missing")]
    public async Task Start_SettingMissing_SaysWhichAndEnds(string missing, string message)
    {
        var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory, "Streamix.LocalS3.dll")) { RedirectStandardError = true };
        foreach (var name in new[] { "S3__Data", "S3__AccessKey", "S3__SecretKey" })
            start.Environment[name] = name == missing ? "" : "somewhere";
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        (process.ExitCode, error.Contains(message, StringComparison.Ordinal)).ShouldBe((2, true));
    }
}
