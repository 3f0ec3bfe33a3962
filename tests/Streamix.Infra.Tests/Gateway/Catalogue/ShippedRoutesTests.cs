using System.Text.Json;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Testing;

namespace Streamix.Infra.Tests.Gateway.Catalogue;

/// <summary>The files that the gateway starts with.</summary>
public sealed class ShippedRoutesTests
{
    private static readonly string Gateway = Repository.PathOf("services", "infra", "Streamix.Infra.Gateway");

    [Fact]
    public void Files_OfAllClusters_HaveNoMistake() => Read().Errors.ShouldBeEmpty();

    [Fact]
    public void Streaming_WhatIsOpen_IsWhatPlayersReadWithoutASession() =>
        Read().Catalogue.ShouldNotBeNull().Routes.Where(r => r.Service.Id.StartsWith("streaming-", StringComparison.Ordinal) && r.Policy.Access.IsAnonymous).Select(r => $"{string.Join(' ', r.Methods)} {r.Pattern}")
            .ShouldBe(
            [
                "GET /api/v1/playback/playbacks/{id}/master.m3u8",
                "GET /api/v1/playback/playbacks/{id}/clearkey.m3u8",
                "GET /api/v1/playback/playbacks/{id}/manifest.mpd",
                "GET /api/v1/steering/hls/{session}",
                "GET /api/v1/steering/dash/{session}",
            ], ignoreOrder: true);

    [Fact]
    public void Streaming_Edges_AreForAdministrators() =>
        Read().Catalogue.ShouldNotBeNull().Routes.Where(r => r.Pattern.StartsWith("/api/v1/edges/", StringComparison.Ordinal)).ShouldAllBe(r => r.Policy.Access.Text == "role:admin");

    private static CatalogueReading Read()
    {
        var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(Gateway, "appsettings.json")));
        var classes = settings.RootElement.GetProperty("Gateway").GetProperty("Limits").GetProperty("Classes").EnumerateObject().Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return CatalogueReader.Read(Directory.EnumerateFiles(Path.Combine(Gateway, "Routes")).Order(StringComparer.Ordinal).Select(f => new CatalogueSource(Path.GetFileName(f), File.ReadAllText(f))), classes);
    }

    [Fact]
    public void Operations_AreOfferedByEveryServiceWithEvents()
    {
        var services = Directory.EnumerateFiles(Repository.PathOf("services"), "Program.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains(".AddMessaging<", StringComparison.Ordinal)).Select(file => Path.GetFileName(Path.GetDirectoryName(file))!).ToList();
        var offering = Read().Catalogue.ShouldNotBeNull().Services.Where(s => s.Settings.Operations.Count == OperationRoutes.Kinds.Count).Select(s => $"Streamix.{s.Id}").ToList();
        services.Count.ShouldBeGreaterThan(10);
        offering.Select(Plain).ShouldBe(services.Select(Plain), ignoreOrder: true);

        static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
    }
}
