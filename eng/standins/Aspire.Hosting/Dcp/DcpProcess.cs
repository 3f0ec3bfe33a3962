using System.Diagnostics;

namespace Aspire.Hosting.Dcp;

/// <summary>The command that starts DCP's API server, which outlives the command and ends with this process.</summary>
internal static class DcpProcess
{
    // Every executable would inherit these from DCP.
    private static readonly string[] OwnVariables =
    [
        "ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "DOTNET_LAUNCH_PROFILE", "ASPIRE_LOGLEVEL",
    ];

    public static async Task StartAsync(DcpOptions options, SessionFolder session, string kubeconfig, StartupOutput output, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Find(options.CliPath))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var certificate = ServerCertificate.Create(time);
        Add(start, "start-apiserver", "--monitor", $"{Environment.ProcessId}", "--detach", "--kubeconfig", kubeconfig);
        Add(start, "--tls-cert-file", session.Write("server.pem", certificate.CertificatePem), "--tls-key-file", session.Write("server.key", certificate.KeyPem));
        if (options.ContainerRuntime is { } runtime)
            Add(start, "--container-runtime", runtime);
        start.Environment["DCP_SESSION_FOLDER"] = session.Path;
        foreach (var variable in OwnVariables)
            start.Environment.Remove(variable);
        await RunAsync(start, output, cancellationToken).ConfigureAwait(false);
    }

    private static async Task RunAsync(ProcessStartInfo start, StartupOutput output, CancellationToken cancellationToken)
    {
        using var process = Start(start);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new ControlPlaneException($"'{start.FileName}' ended with code {process.ExitCode}. {output}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ControlPlaneException($"'{start.FileName}' cannot be started: {e.Message}. Is it executable for this user and built for this machine?", e);
        }
    }

    private static string Find(string? path) => path switch
    {
        null => throw new ControlPlaneException("The path of DCP is unknown. Set DcpPublisher:CliPath or ASPIRE_DCP_PATH to it, or build the AppHost with a DCP."),
        _ when File.Exists(path) => path,
        _ => throw new ControlPlaneException($"There is no DCP at '{path}' (DcpPublisher:CliPath)."),
    };

    private static void Add(ProcessStartInfo start, params ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
    }
}
