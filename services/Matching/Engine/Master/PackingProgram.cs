namespace Kommunebro.Matching.Engine;

/// <summary>The restricted master: at most one of the portfolios of each supplier, no need met more than once, floors kept.</summary>
internal sealed class PackingProgram
{
    private readonly IReadOnlyList<Portfolio> _portfolios;

    /// <param name="plan">The known choice; its portfolios must be among the others.</param>
    /// <param name="portfolios">What can be chosen.</param>
    /// <param name="floors">What must be reached; the plan reaches it.</param>
    public PackingProgram(Assignment plan, IReadOnlyList<Portfolio> portfolios, IReadOnlyList<Floor> floors)
    {
        _portfolios = portfolios;
        var model = plan.Model;
        foreach (var portfolio in portfolios) Program.AddVariable(portfolio.Value, portfolio.IsIn(plan));
        var positions = Enumerable.Range(0, portfolios.Count);
        foreach (var ofSupplier in positions.GroupBy(position => portfolios[position].Supplier))
            Program.AddRow(ofSupplier.Select(position => (position, 1L)), 0, 1);
        AddNeeds(model);
        AddPartners(model);
        var coverage = new CoverageRows(model, Program, need => model.Fairness.StandingQuarters[need], plan.Coverage.Quarters);
        foreach (var position in positions)
            foreach (var share in portfolios[position].Shares)
                coverage.Meets(position, model.PairNeed[share.Pair], share.Quarters);
        coverage.RequireHalves();
        foreach (var floor in floors) coverage.Require(floor);
    }

    /// <summary>The program; its first variables are the portfolios.</summary>
    public BinaryProgram Program { get; } = new();

    /// <summary>The shares of a choice.</summary>
    public IEnumerable<Share> Chosen(IReadOnlyList<bool> chosen) =>
        _portfolios.Where((_, position) => chosen[position]).SelectMany(portfolio => portfolio.Shares);

    private void AddNeeds(Model model)
    {
        var shares = _portfolios.SelectMany((portfolio, position) => portfolio.Shares.Select(share => (Position: position, Share: share)));
        foreach (var ofNeed in shares.GroupBy(item => model.PairNeed[item.Share.Pair]))
        {
            (int Position, Share Share)[] items = [.. ofNeed];
            var quarters = model.NeedQuarters[ofNeed.Key];
            var areWhole = items.All(item => 2 * item.Share.Quarters > quarters);
            if (items.Length > 1)
                Program.AddRow(items.Select(item => (item.Position, areWhole ? 1L : item.Share.Quarters)), 0, areWhole ? 1 : quarters);
            if (!areWhole && model.NeedSuppliers[ofNeed.Key] < quarters)
                Program.AddRow(items.Select(item => (item.Position, 1L)), 0, model.NeedSuppliers[ofNeed.Key]);
        }
    }

    private void AddPartners(Model model)
    {
        var opened = _portfolios.SelectMany((portfolio, position) => portfolio.Shares
            .Select(share => model.PairLink[share.Pair]).Distinct().Where(link => !model.LinkExists[link])
            .Select(link => (Position: position, Hromada: model.LinkHromada[link])));
        foreach (var ofHromada in opened.GroupBy(item => item.Hromada))
            if (ofHromada.Select(item => _portfolios[item.Position].Supplier).Distinct().Count() > model.MaxPartners[ofHromada.Key])
                Program.AddRow(ofHromada.Select(item => (item.Position, 1L)), 0, model.MaxPartners[ofHromada.Key]);
    }
}
