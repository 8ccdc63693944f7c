// The part of schema/*.graphql that the seven queries use.
export const schema = `
  scalar NIB
  scalar Date
  scalar Rupiah
  enum BusinessScale { MIKRO KECIL MENENGAH BESAR }
  enum SortEnumType { ASC DESC }
  enum StatisticsDimension { REGENCY SCALE }

  type Query {
    business(nib: NIB!): Business
    businessesByNib(nibs: [NIB!]!): [Business]!
    businesses(where: BusinessFilterInput, order: [BusinessSortInput!], first: Int, after: String): BusinessConnection!
    statistics(by: [StatisticsDimension!]!): Statistics!
  }

  type Business {
    nib: NIB
    name: String
    scale: BusinessScale
    legalForm: String
    kbli: String
    registeredOn: Date
    status: String
    annualSales: Rupiah
    regency: Region
    district: Region
    certificates: CertificateConnection!
    loans: KurLoanConnection!
    trainings: TrainingParticipationConnection!
    products: ProductConnection!
    productsCount: Int!
  }

  type Region { code: String! name: String! regency: Region }
  type Certificate { number: String! kind: String issuedOn: Date expiresOn: Date }
  type KurLoan { nomorAkad: String! kind: String plafon: Rupiah outstanding: Rupiah akadOn: Date }
  type TrainingParticipation { startedOn: Date hours: Int passed: Boolean programme: TrainingProgramme }
  type TrainingProgramme { code: String! name: String }
  type Product { name: String price: Rupiah listings: ListingConnection! }
  type Listing { price: Rupiah }
  type Statistics { rows: [StatisticsRow!]! }
  type StatisticsRow { regency: Region scale: BusinessScale count: Int sumAnnualSales: Rupiah sumWorkers: Int }
  type PageInfo { hasNextPage: Boolean! endCursor: String }

  type BusinessConnection { nodes: [Business!]! pageInfo: PageInfo! }
  type CertificateConnection { nodes: [Certificate!]! }
  type KurLoanConnection { nodes: [KurLoan!]! }
  type TrainingParticipationConnection { nodes: [TrainingParticipation!]! }
  type ProductConnection { nodes: [Product!]! }
  type ListingConnection { nodes: [Listing!]! }

  input BusinessFilterInput { regency: CodeFilterInput scale: ScaleFilterInput kbli: StringFilterInput }
  input CodeFilterInput { code: StringFilterInput }
  input ScaleFilterInput { eq: BusinessScale }
  input StringFilterInput { eq: String startsWith: String }
  input BusinessSortInput { name: SortEnumType }
`;
