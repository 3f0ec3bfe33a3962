using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Tests.Gateway.Catalogue;

public sealed class CatalogueReaderTests
{
    private static readonly HashSet<string> Classes = ["default", "login"];

    [Fact]
    public void Read_EmptyEntry_FollowsTheConvention()
    {
        var catalogue = Read("""{ "cluster": "sample", "services": { "notes": {} } }""").Catalogue.ShouldNotBeNull();
        var route = catalogue.Routes.ShouldHaveSingleItem();
        route.Pattern.ShouldBe("/api/v1/notes/{**rest}");
        route.Policy.Access.Text.ShouldBe("session");
        route.Service.Versions.ShouldHaveSingleItem().Resource.ShouldBe("sample-notes");
    }

    [Theory]
    [InlineData("""{ "cluster": "sample", "services": { "notes": { "timeot": "00:00:05" } } }""", "timeot")]
    [InlineData("""{ "cluster": "Sample" }""", "'Sample' is not a name")]
    [InlineData("""{ "services": {} }""", "cluster")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "timeout": "soon" } } }""", "line 1")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "routes": [ { "access": "everybody" } ] } } }""", "services.b.routes[0].access")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "routes": [ { "class": "vip" } ] } } }""", "no limits are configured for class 'vip' (known: default, login)")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "routes": [ { "path": "/internal/{**rest}" } ] } } }""", "internal")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "paths": [ "/metrics" ] } } }""", "internal")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "paths": [ "/api/v1/gateway" ] } } }""", "belongs to the gateway")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "routes": [ { "path": "/{id" } ] } } }""", "services.b.routes[0].path")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "versions": [ { "weight": 0 } ] } } }""", "at least one weight")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "retries": 9 } } }""", "0 to 5")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "operations": [ "shell" ] } } }""", "some of dead-letters, audit")]
    [InlineData("""{ "cluster": "a", "services": { "b": { "paths": [ "/api/v1/operations/x" ] } } }""", "belongs to the gateway")]
    [InlineData("""{ "cluster": "a", "views": { "v": { "parts": {} } } }""", "at least one part")]
    [InlineData("""{ "cluster": "a", "views": { "v": { "parts": { "p": { "resource": "a-b", "path": "/internal/x" } } } } }""", "public path")]
    [InlineData("""{ "cluster": "a", """, "line 1")]
    [InlineData("", "test.json")]
    public void Read_BadFile_SaysWhatAndWhere(string json, string expected)
    {
        var reading = Read(json);
        reading.Catalogue.ShouldBeNull();
        string.Join('\n', reading.Errors).ShouldContain(expected);
    }

    [Fact]
    public void Read_SeveralMistakes_TellsAll()
    {
        var errors = Read("""{ "cluster": "a", "services": { "b": { "retries": 9, "maxBodyBytes": -1, "routes": [ { "class": "vip" } ] } } }""").Errors;
        errors.Count.ShouldBe(3);
    }

    [Fact]
    public void Read_TwoRoutesForTheSameRequests_IsRefused()
    {
        var errors = Read("""
            { "cluster": "a", "services": {
              "b": { "paths": [ "/api/v1/x" ], "routes": [ { "path": "/{id}", "methods": [ "GET" ] } ] },
              "c": { "paths": [ "/api/v1/x" ], "routes": [ { "path": "/{name}", "methods": [ "POST", "GET" ] } ] } } }
            """).Errors;
        errors.ShouldHaveSingleItem().Message.ShouldContain("a-b:0:0 and a-c:0:0");
    }

    [Fact]
    public void Read_SamePathOtherMethods_IsFine() =>
        Read("""{ "cluster": "a", "services": { "b": { "routes": [ { "methods": [ "GET" ] }, { "methods": [ "POST" ] } ] } } }""").Errors.ShouldBeEmpty();

    [Fact]
    public void Read_ServiceInTwoFiles_IsRefused()
    {
        const string One = """{ "cluster": "a", "services": { "b": {} } }""";
        CatalogueReader.Read([new("1.json", One), new("2.json", One)], Classes).Errors.ShouldContain(e => e.Source == "2.json" && e.Message.Contains("already described"));
    }

    private static CatalogueReading Read(string json) => CatalogueReader.Read([new CatalogueSource("test.json", json)], Classes);
}
