using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Search.Searching;

/// <summary>What to look for. Repeat a filter for several values: any of them will do.</summary>
internal sealed record SearchRequest(
    [property: Description("Words, in any order; nothing browses by popularity."), Example("\"the matrx\"")] string? Q = null,
    [property: Description("movie, series or episode."), Example("[\"movie\"]")] string[]? Type = null,
    [property: Description("documentary, short-film, tv-show …"), Example("[\"documentary\"]")] string[]? Format = null,
    [property: Description("One of the catalog's genres."), Example("[\"drama\"]")] string[]? Genre = null,
    [property: Description("One of the editors' tags."), Example("[\"classic\"]")] string[]? Tag = null,
    [property: Description("Labels of age ratings in your country."), Example("[\"PG-13\"]")] string[]? Rating = null,
    [property: Description("Spoken, BCP 47; regions are ignored."), Example("[\"pt\"]")] string[]? Language = null,
    [property: Description("Captions, BCP 47; regions are ignored."), Example("[\"en\"]")] string[]? Captions = null,
    [property: Description("The first year."), Example("1980")] int? YearFrom = null,
    [property: Description("The last year."), Example("1999")] int? YearTo = null,
    [property: Description("The highest age rating, in years, below what you may see anyway."), Example("12")] int? Maturity = null,
    [property: Description("Titles somebody took part in."), Example("019c1b7e-5f3a-7c2d-9e41-6a0b8d4f2c17")] Guid? Person = null,
    [property: Description("relevance (the default), popularity, newest, oldest or title."), Example("relevance")] string? Sort = null,
    [property: Description("The reader's language, BCP 47; otherwise the first of Accept-Language."), Example("en-GB")] string? Lang = null,
    [property: Description("Whether to count by kind, genre, decade, language …")] bool? Facets = null,
    [property: Description("Whether to say why; for operators.")] bool? Explain = null,
    [property: FromHeader(Name = "Accept-Language")] string? AcceptLanguage = null);
