namespace Baton.CompilerServices;

/// <summary>Field numbers of <c>c1.connector.v2.Resource</c>.</summary>
static class ResourceFields
{
    internal const int Id = 1;
    internal const int Parent = 2;
    internal const int DisplayName = 3;
    internal const int Annotations = 4;
    internal const int Description = 5;
    internal const int BatonResource = 6;
    internal const int ExternalId = 7;
    internal const int Profile = 9;
    internal const int Icon = 10;
    internal const int Status = 11;
    internal const int CreatedAt = 12;
}
