using System.ComponentModel;
using System.Diagnostics;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Cli;

internal sealed record CliResult(int ExitCode, string Output, string Error);

/// <summary>The aws command from PATH, pointed at the server.</summary>
internal sealed class AwsCli(Uri endpoint)
{
    public async Task<string> RunAsync(params string[] arguments)
    {
        var result = await TryAsync(arguments);
        result.ExitCode.ShouldBe(0, $"aws {string.Join(' ', arguments)}\n{result.Output}\n{result.Error}");
        return result.Output;
    }

    public async Task<CliResult> TryAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("aws") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["--endpoint-url", endpoint.ToString().TrimEnd('/'), "--output", "json", .. arguments])
            start.ArgumentList.Add(argument);
        Configure(start);
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    private static void Configure(ProcessStartInfo start)
    {
        start.Environment["AWS_ACCESS_KEY_ID"] = Keys.Access;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = Keys.Secret;
        start.Environment["AWS_DEFAULT_REGION"] = Keys.Region;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(AppContext.BaseDirectory, "Cli", "aws.config");
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        start.Environment["AWS_PAGER"] = "";
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("The aws command is not in PATH: install it (Debian and Ubuntu: apt-get install awscli; or pip install awscli).");
        }
    }
}
