import type { Schemas } from '@streamix/api';

export type Artwork = Schemas['MediaCatalog.ArtworkView'];
export type Card = Schemas['MediaCatalog.Card'];
export type CardPage = Schemas['MediaCatalog.PageOfCard'];
export type Credit = Schemas['MediaCatalog.CreditView'];
export type Season = Schemas['MediaCatalog.SeasonView'];
export type Package = Schemas['MediaCatalog.PackageFacts'];
export type TitleData = Schemas['MediaCatalog.TitlePage'];
export type Part = Schemas['MediaCatalog.PartView'];
export type PersonData = Schemas['MediaCatalog.PersonPage'];

export type ContinueItem = Schemas['StreamingWatchHistory.ContinueView'];
export type ContinuePage = Schemas['StreamingWatchHistory.PageOfContinueView'];
export type Watched = Schemas['StreamingWatchHistory.WatchedView'];

export type TextPiece = Schemas['DiscoverySearch.TextPiece'];
export type Hit = Schemas['DiscoverySearch.TitleHit'];
export type FoundPerson = Schemas['DiscoverySearch.FoundPerson'];
export type Facet = Schemas['DiscoverySearch.FacetCounts'];
export type SearchData = Schemas['DiscoverySearch.SearchResult'];
