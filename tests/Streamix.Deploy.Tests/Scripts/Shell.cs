using System.Diagnostics;
using Streamix.Testing;

namespace Streamix.Deploy.Tests.Scripts;

/// <summary>Runs scripts in a folder of their own, which goes with it, and in which made-up programs stand before the real ones.</summary>
internal sealed class Shell : IDisposable
{
    private readonly string _programs;

    public Shell()
    {
        Folder = Directory.CreateTempSubdirectory("streamix-shell-").FullName;
        _programs = Directory.CreateDirectory(Path.Combine(Folder, "programs")).FullName;
        Environment["PATH"] = $"{_programs}:{System.Environment.GetEnvironmentVariable("PATH")}";
        Environment["CALLS"] = Path.Combine(Folder, "calls");
        Environment["REPOSITORY"] = Repository.Root;
    }

    public string Folder { get; }

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>What made-up programs were called with, in order.</summary>
    public string[] Calls => File.Exists(Environment["CALLS"]) ? File.ReadAllLines(Environment["CALLS"]) : [];

    /// <summary>A program that writes its call down and then does <paramref name="body"/>.</summary>
    public void Program(string name, string body = "")
    {
        var file = Path.Combine(_programs, name);
        File.WriteAllText(file, $"#!/usr/bin/env bash\necho \"{name} $*\" >> \"$CALLS\"\n{body}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>A file below the folder.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public bool Has(string path) => Path.Exists(Path.Combine(Folder, path));

    /// <summary>Runs a script that has the functions of <c>./streamix</c>, as if the folder were the checkout.</summary>
    public Task<(int Code, string Output)> StreamixAsync(string script) => RunAsync($$"""
        root=$PWD
        for part in say tools install standins build frontend ready-to-run processes up test other; do . "$REPOSITORY/eng/scripts/$part.sh"; done
        mkdir -p "$logs"
        {{script}}
        """);

    public async Task<(int Code, string Output)> RunAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", script]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in (string[])["STREAMIX_INSTANCE", "ASPNETCORE_URLS", "CHROMIUM", "NODE_OPTIONS", "NODE_TEST_CONTEXT"]) start.Environment.Remove(name);
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        using var shell = Process.Start(start)!;
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return (shell.ExitCode, await output + await errors);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
